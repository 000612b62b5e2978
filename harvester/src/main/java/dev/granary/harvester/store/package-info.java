/** Into PostgreSQL: names, parts that are not known yet, and the staging tables a reading waits in until it is published. */
@NullMarked
package dev.granary.harvester.store;

import org.jspecify.annotations.NullMarked;

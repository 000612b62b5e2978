/** The harvester: reads every catalogue of every registered server and publishes its versions. */
@NullMarked
package dev.granary.harvester;

import org.jspecify.annotations.NullMarked;

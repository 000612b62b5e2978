/** What people and the API ask of the harvester beside its schedule: decisions about holds, and requests written to the store. */
@NullMarked
package dev.granary.harvester.requests;

import org.jspecify.annotations.NullMarked;

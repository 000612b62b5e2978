/** Into Redis: the definitions of a new snapshot, so that the first one to look does not wait. */
@NullMarked
package dev.granary.harvester.warm;

import org.jspecify.annotations.NullMarked;

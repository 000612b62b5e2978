/** From staging to a snapshot: match with what is current, compare, guard against losses that prove nothing, publish in one transaction. */
@NullMarked
package dev.granary.harvester.publish;

import org.jspecify.annotations.NullMarked;

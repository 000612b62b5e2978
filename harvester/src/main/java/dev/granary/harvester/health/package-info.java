/** A look at every server each minute: does it answer, how fast, since when not. */
@NullMarked
package dev.granary.harvester.health;

import org.jspecify.annotations.NullMarked;

/** Tells the person who waits for a harvest how far it is. */
@NullMarked
package dev.granary.harvester.progress;

import org.jspecify.annotations.NullMarked;

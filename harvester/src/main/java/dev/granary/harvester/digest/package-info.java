/** Finds out what changed in a database without reading it: digests of its catalogue, what they say about each section, and readings between two. */
@NullMarked
package dev.granary.harvester.digest;

import org.jspecify.annotations.NullMarked;

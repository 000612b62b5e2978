/**
 * Redis as a cache of definitions under their hashes. What is there never changes and may vanish at any time: nothing is invalidated, nothing
 * is lost with it, and every answer says whether Redis was there to be asked.
 */
@NullMarked
package dev.granary.cache;

import org.jspecify.annotations.NullMarked;

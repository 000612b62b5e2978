/** How large tables and indexes are: asked in statements of their own on a schedule of its own, kept only where it changed, in no digest and no hash. */
@NullMarked
package dev.granary.harvester.measures;

import org.jspecify.annotations.NullMarked;

/**
 * What became of an object's content: two definitions in, typed and graded changes out. Works on the stored bodies as JSON, so that a property
 * without a rule of its own is still told. Free of I/O. The table of grades is {@link dev.granary.comparison.ChangeType}; docs/changes.md shows it.
 */
@NullMarked
package dev.granary.comparison;

import org.jspecify.annotations.NullMarked;

/** What differs between two states: of one database at two snapshots, or of two databases, whose trees are compared and descended only where they differ. */
@NullMarked
package dev.granary.query.diff;

import org.jspecify.annotations.NullMarked;

/** Measures Granary beside its references: each process on its own, pairs in alternation, one line a result. */
@NullMarked
package dev.granary.bench;

import org.jspecify.annotations.NullMarked;

/** Everything that touches H2's internals: virtual tables over the catalogue views, functions, and the running of a query. */
@NullMarked
package dev.granary.emulator.h2;

import org.jspecify.annotations.NullMarked;

/** Sessions and the statements of a batch: what is a definition, what a query, and what only changes the session. */
@NullMarked
package dev.granary.emulator.batch;

import org.jspecify.annotations.NullMarked;

/** Reads T-SQL definition statements and changes the model by them. */
@NullMarked
package dev.granary.emulator.ddl;

import org.jspecify.annotations.NullMarked;

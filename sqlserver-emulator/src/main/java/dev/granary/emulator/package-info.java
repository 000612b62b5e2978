/** An emulated SQL Server: its facade and its command line. */
@NullMarked
package dev.granary.emulator;

import org.jspecify.annotations.NullMarked;

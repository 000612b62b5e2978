/** The seam between the wire and what answers behind it: sessions, statements, results and errors, free of any TDS byte. */
@NullMarked
package dev.granary.emulator.engine;

import org.jspecify.annotations.NullMarked;

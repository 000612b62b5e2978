/** TDS 7.4 and 8.0 as bytes: packets, tokens, type encodings, the login messages and the two ways of carrying TLS; it knows no SQL. */
@NullMarked
package dev.granary.emulator.tds;

import org.jspecify.annotations.NullMarked;

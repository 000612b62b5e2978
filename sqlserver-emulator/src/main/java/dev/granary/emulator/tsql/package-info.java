/** The words of T-SQL: lexer, statement boundaries, and the lexical rewriting that lets H2 run a SELECT. */
@NullMarked
package dev.granary.emulator.tsql;

import org.jspecify.annotations.NullMarked;

/**
 * Which snapshot of which database is current. PostgreSQL says so; every process holds its word in memory, is woken when it changes, asks
 * again several times a second, and says when it no longer gets an answer.
 */
@NullMarked
package dev.granary.query.pointers;

import org.jspecify.annotations.NullMarked;

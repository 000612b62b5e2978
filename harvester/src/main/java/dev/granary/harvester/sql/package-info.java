/** Statements of more than a line live in {@code .sql} files beside the class that runs them; this room loads them. */
@NullMarked
package dev.granary.harvester.sql;

import org.jspecify.annotations.NullMarked;

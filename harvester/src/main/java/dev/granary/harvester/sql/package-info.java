/** Loads the statements that lie in {@code .sql} files beside the classes that run them; every room may come here. */
@NullMarked
package dev.granary.harvester.sql;

import org.jspecify.annotations.NullMarked;

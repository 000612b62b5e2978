/**
 * What is asked of a database's catalog views: one runnable statement per section, one record per statement for its rows, and the way the rows
 * are read. Knows nothing of parts.
 */
@NullMarked
package dev.granary.harvester.catalog;

import org.jspecify.annotations.NullMarked;

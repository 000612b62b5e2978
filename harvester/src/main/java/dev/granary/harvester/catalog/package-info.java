/**
 * What is asked of a source: one runnable statement per section of a database, per fact of a server and per way to measure; one record per section
 * for its rows, and the way the rows are read. The closed list of what is harvested. Knows nothing of parts.
 */
@NullMarked
package dev.granary.harvester.catalog;

import org.jspecify.annotations.NullMarked;

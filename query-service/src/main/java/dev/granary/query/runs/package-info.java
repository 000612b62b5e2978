/** What became of harvests, as the harvester itself tells it. */
@NullMarked
package dev.granary.query.runs;

import org.jspecify.annotations.NullMarked;

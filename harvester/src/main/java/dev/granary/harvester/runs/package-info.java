/**
 * Runs: one start of a harvest each, with a heartbeat that tells a living process from a dead one, and the report of what became of every
 * database.
 */
@NullMarked
package dev.granary.harvester.runs;

import org.jspecify.annotations.NullMarked;

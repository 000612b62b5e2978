package dev.granary.harvester.publish;

/**
 * What a publication would take away from a database.
 *
 * @param removed current objects that were not found again
 * @param hidden parts of matched objects that were known until now and could not be read this time
 */
record Losses(long removed, long hidden) {}

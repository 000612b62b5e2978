package dev.granary.harvester.work;

/**
 * The right to harvest one database in one run, until the lease ends.
 *
 * @param owner who holds it, one lease at a time; a crash of the store may let two have the same fence, so whoever writes is asked for both
 * @param fence grows with each lease of the row; publishing checks that it is still the row's
 */
public record Lease(long runId, int databaseId, String server, String database, String owner, long fence) {}

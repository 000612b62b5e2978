package dev.granary.harvester.publish;

/** A snapshot that was published: its number in its database, whether anything changed with it, and what it counts. */
record Published(int sequence, boolean changed, int objects, int columns) {}

package dev.granary.harvester.runs;

import dev.granary.registry.NamePattern;
import org.jspecify.annotations.Nullable;

/** What a harvest is asked to read: the servers and databases that the patterns match, null meaning all. */
public record HarvestRequest(
        @Nullable NamePattern server, @Nullable NamePattern database, HarvestMode mode) {

    /** Everything of every registered server. */
    public static final HarvestRequest EVERYTHING = new HarvestRequest(null, null, HarvestMode.FULL);

    public boolean meansServer(String name) {
        return server == null || server.matches(name);
    }

    public boolean meansDatabase(String name) {
        return database == null || database.matches(name);
    }

    /** Whether the request names this database itself, not by a wildcard. */
    public boolean namesDatabase(String name) {
        return database != null && database.isExact() && database.matches(name);
    }
}

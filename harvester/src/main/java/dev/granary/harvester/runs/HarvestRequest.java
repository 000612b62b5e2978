package dev.granary.harvester.runs;

import dev.granary.registry.NamePattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a harvest is asked to read: the servers and databases that the patterns match, null meaning all.
 *
 * @param targets where it is not empty, only these
 * @param scheduled whether the schedule asks and not a person: then it stops at blackouts
 */
public record HarvestRequest(
        @Nullable NamePattern server,
        @Nullable NamePattern database,
        HarvestMode mode,
        List<Target> targets,
        boolean scheduled) {

    /** Everything of every registered server. */
    public static final HarvestRequest EVERYTHING = new HarvestRequest(null, null, HarvestMode.FULL);

    public HarvestRequest {
        targets = List.copyOf(targets);
    }

    public HarvestRequest(@Nullable NamePattern server, @Nullable NamePattern database, HarvestMode mode) {
        this(server, database, mode, List.of(), false);
    }

    /** All of a server, because its time has come. */
    public static HarvestRequest scheduled(String server, HarvestMode mode) {
        return new HarvestRequest(NamePattern.literal(server), null, mode, List.of(), true);
    }

    /** A database by its exact names. */
    public record Target(String server, String database) {}

    /** These databases and no other, in full. */
    public static HarvestRequest of(List<Target> targets) {
        return new HarvestRequest(null, null, HarvestMode.FULL, targets, false);
    }

    public boolean meansServer(String name) {
        return (server == null || server.matches(name))
                && (targets.isEmpty()
                        || targets.stream().anyMatch(target -> target.server().equals(name)));
    }

    /** @param server a server that the request means */
    public boolean meansDatabase(String server, String name) {
        return (database == null || database.matches(name))
                && (targets.isEmpty() || targets.contains(new Target(server, name)));
    }

    /** Whether the request names this database itself, not by a wildcard. */
    public boolean namesDatabase(String server, String name) {
        return (database != null && database.isExact() && database.matches(name))
                || targets.contains(new Target(server, name));
    }
}

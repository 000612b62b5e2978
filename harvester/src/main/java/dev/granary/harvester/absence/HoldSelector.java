package dev.granary.harvester.absence;

import dev.granary.registry.NamePattern;
import org.jspecify.annotations.Nullable;

/** Which holds a person means: one by its id, or those of the databases that {@code server/database} patterns match. */
public record HoldSelector(
        @Nullable Integer id,
        @Nullable NamePattern server,
        @Nullable NamePattern database) {

    /**
     * A number is an id; all else is a pattern for servers and, after the first slash, one for databases.
     *
     * @throws IllegalArgumentException with the reason
     */
    public static HoldSelector of(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return new HoldSelector(Integer.valueOf(text), null, null);
        }
        int slash = text.indexOf('/');
        return slash < 0
                ? new HoldSelector(null, NamePattern.of(text), null)
                : new HoldSelector(
                        null, NamePattern.of(text.substring(0, slash)), NamePattern.of(text.substring(slash + 1)));
    }

    boolean means(ListedHold hold) {
        return (server == null || server.matches(hold.server()))
                && (database == null || database.matches(hold.database()));
    }
}

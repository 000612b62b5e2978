package dev.granary.harvester.schedule;

import dev.granary.harvester.sql.SqlFile;
import dev.granary.registry.NamePattern;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which servers the schedule passes over; what people start goes on. It takes effect within a minute, in every process. */
public final class Pauses {

    private static final String PAUSE = SqlFile.read(Pauses.class, "pause-server");

    private final JdbcClient store;

    public Pauses(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    /**
     * Pauses every enabled server that matches; one that is paused already gets the new end and reason.
     *
     * @param until when the pause ends by itself; null for when it is resumed
     * @return the names of the servers, none where nothing matches
     */
    public List<String> pause(NamePattern servers, @Nullable Instant until, String by, @Nullable String reason) {
        return names("SELECT name FROM granary.server WHERE enabled ORDER BY name", servers).stream()
                .flatMap(name -> store
                        .sql(PAUSE)
                        .param("server", name)
                        .param("until", until == null ? null : Timestamp.from(until))
                        .param("by", by)
                        .param("reason", reason)
                        .query((row, n) -> row.getString(1))
                        .list()
                        .stream())
                .toList();
    }

    /** Ends the pause of every paused server that matches, and returns their names. */
    public List<String> resume(NamePattern servers) {
        var resumed = names(
                "SELECT s.name FROM granary.server AS s JOIN granary.server_pause AS p ON p.server_id = s.id ORDER BY s.name",
                servers);
        for (var name : resumed) {
            store.sql(
                            "DELETE FROM granary.server_pause WHERE server_id = (SELECT id FROM granary.server WHERE name = ?)")
                    .param(name)
                    .update();
        }
        return resumed;
    }

    private List<String> names(String sql, NamePattern pattern) {
        return store.sql(sql).query((row, n) -> row.getString(1)).list().stream()
                .filter(pattern::matches)
                .toList();
    }
}

package dev.granary.harvester.schedule;

import dev.granary.harvester.sql.SqlFile;
import dev.granary.registry.Schedule;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The servers that are harvested by themselves, as the registry now has them: enabled and not paused. */
@Component
class ScheduledServers {

    private static final String SERVERS = SqlFile.read(ScheduledServers.class, "scheduled-servers");

    private final JdbcClient store;

    ScheduledServers(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    List<ScheduledServer> all() {
        return servers(null);
    }

    Optional<ScheduledServer> named(String name) {
        return servers(name).stream().findFirst();
    }

    private List<ScheduledServer> servers(@Nullable String name) {
        return store.sql(SERVERS)
                .param("server", name)
                .query((row, n) -> new ScheduledServer(
                        row.getString("name"), Schedule.stored(row.getString("name"), row.getString("schedule"))))
                .list();
    }
}

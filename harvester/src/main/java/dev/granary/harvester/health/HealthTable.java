package dev.granary.harvester.health;

import dev.granary.content.StoredText;
import dev.granary.harvester.sql.SqlFile;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code granary.server_health}. */
@Component
class HealthTable {

    private static final String WRITE = SqlFile.read(HealthTable.class, "write-look");

    private final JdbcClient store;

    HealthTable(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    void write(Look look) {
        store.sql(WRITE)
                .param("server", look.server())
                .param("status", look.status())
                .param("latency", look.latency() == null ? null : look.latency().toNanos() / 1e6)
                .param("version", look.version())
                .param("reason", look.reason() == null ? null : StoredText.encode(look.reason()))
                .update();
    }
}

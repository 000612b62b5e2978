package dev.granary.harvester.facts;

import dev.granary.content.CanonicalJson;
import dev.granary.harvester.catalog.ServerFact;
import dev.granary.harvester.sql.SqlFile;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code granary.server_fact}: a fact is written when it is another than before, and how it fared when that is. */
@Component
public class FactTable {

    private static final String CLOSE = SqlFile.read(FactTable.class, "close-fact");
    private static final String OPEN = SqlFile.read(FactTable.class, "open-fact");
    private static final String FARED = SqlFile.read(FactTable.class, "fact-fared");

    private final JdbcClient store;

    public FactTable(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    /** In the caller's transaction. What a refused fact said before stays: a failed read is no absence. */
    public void write(int server, List<FactReading> readings) {
        for (var reading : readings) {
            if (reading.value() != null) {
                renew(server, reading.fact(), reading.value());
            }
            store.sql(FARED)
                    .param("server", server)
                    .param("fact", reading.fact().jsonName())
                    .param("status", reading.status().stored())
                    .param("code", reading.code())
                    .param("reason", reading.reason())
                    .update();
        }
    }

    private void renew(int server, ServerFact fact, Object value) {
        var json = new CanonicalJson().write(value);
        var hash = json.hash().bytes();
        store.sql(CLOSE)
                .param("server", server)
                .param("fact", fact.jsonName())
                .param("hash", hash)
                .update();
        store.sql(OPEN)
                .param("server", server)
                .param("fact", fact.jsonName())
                .param("hash", hash)
                .param("body", json.text())
                .update();
    }
}

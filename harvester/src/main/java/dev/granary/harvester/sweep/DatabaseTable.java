package dev.granary.harvester.sweep;

import dev.granary.content.StoredText;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.sqlserver.EngineCapabilities;
import dev.granary.sqlserver.SourceFailure;
import dev.granary.sqlserver.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code granary.server} and {@code granary.database} as far as a sweep writes them. */
@Component
class DatabaseTable {

    private static final String KNOWN = SqlFile.read(DatabaseTable.class, "known-databases");
    private static final String INSERT = SqlFile.read(DatabaseTable.class, "insert-database");
    private static final String UPDATE = SqlFile.read(DatabaseTable.class, "update-database");
    private static final String VERIFY = SqlFile.read(DatabaseTable.class, "verify-databases");
    private static final String UPDATE_SERVER = SqlFile.read(DatabaseTable.class, "update-server");

    private static final String EVENT = SqlFile.read(DatabaseTable.class, "add-database-event");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient store;

    DatabaseTable(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    void reachable(int server, EngineCapabilities engine) {
        store.sql(UPDATE_SERVER)
                .param("server", server)
                .param("version", engine.productVersion())
                .param("engineEdition", engine.engineEdition())
                .param("status", "reachable")
                .param("reason", null)
                .update();
    }

    void outOfReach(int server, SourceFailure failure) {
        store.sql(UPDATE_SERVER)
                .param("server", server)
                .param("version", null)
                .param("engineEdition", null)
                .param("status", failure.verdict() == Verdict.LOGIN ? "denied" : "unreachable")
                .param("reason", failure.reason())
                .update();
    }

    List<KnownDatabase> known(int server) {
        return store.sql(KNOWN)
                .param("server", server)
                .query(DatabaseTable::known)
                .list();
    }

    List<KnownDatabase> known(String server) {
        int id = store.sql("SELECT id FROM granary.server WHERE name = :name")
                .param("name", server)
                .query(Integer.class)
                .single();
        return known(id);
    }

    int insert(int server, KnownDatabase database) {
        return columns(store.sql(INSERT).param("server", server), database)
                .query(Integer.class)
                .single();
    }

    void update(KnownDatabase database) {
        columns(store.sql(UPDATE).param("id", database.id()), database).update();
    }

    /** Notes for all of them at once that their snapshots still hold, and that the run is through with them. */
    void verified(long run, Verified verified) {
        if (verified.sequences().isEmpty()) {
            return;
        }
        var ids = verified.sequences().keySet().stream().sorted().toArray(Integer[]::new);
        var sequences = Arrays.stream(ids).map(verified.sequences()::get).toArray(Integer[]::new);
        store.sql(VERIFY)
                .param("run", run)
                .param("at", Timestamp.from(verified.at()))
                .param("databases", ids)
                .param("sequences", sequences)
                .update();
    }

    /** Ends a database, with an event if it ever was published. */
    void dropped(KnownDatabase database) {
        store.sql("UPDATE granary.database SET dropped_at = now() WHERE id = :database")
                .param("database", database.id())
                .update();
        event(database.id(), "database-removed", Map.of("name", StoredText.encode(database.name())));
    }

    void renamed(KnownDatabase before, KnownDatabase now) {
        event(
                now.id(),
                "database-renamed",
                Map.of("oldName", StoredText.encode(before.name()), "name", StoredText.encode(now.name())));
    }

    private void event(int database, String event, Map<String, String> detail) {
        store.sql(EVENT)
                .param("database", database)
                .param("event", event)
                .param("detail", JSON.writeValueAsString(detail))
                .update();
    }

    private static JdbcClient.StatementSpec columns(JdbcClient.StatementSpec statement, KnownDatabase database) {
        return statement
                .param("name", StoredText.encode(database.name()))
                .param("sourceDatabaseId", database.sourceDatabaseId())
                .param("serviceBrokerGuid", database.serviceBrokerGuid())
                .param("collation", database.collation())
                .param("state", database.state())
                .param("compatibility", database.compatibility())
                .param("sourceCreatedAt", database.sourceCreatedAt());
    }

    private static KnownDatabase known(ResultSet row, int number) throws SQLException {
        return new KnownDatabase(
                row.getInt("id"),
                StoredText.decode(row.getString("name")),
                row.getObject("source_database_id", Integer.class),
                row.getObject("service_broker_guid", UUID.class),
                row.getString("collation"),
                row.getString("state"),
                compatibility(row),
                row.getObject("source_created_at", LocalDateTime.class));
    }

    private static @Nullable Short compatibility(ResultSet row) throws SQLException {
        var level = row.getObject("compatibility", Integer.class);
        return level == null ? null : level.shortValue();
    }
}

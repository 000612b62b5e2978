package dev.granary.harvester.digest;

import dev.granary.content.StoredText;
import dev.granary.harvester.assemble.Section;
import dev.granary.harvester.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The digests that the store keeps, each database's with the state they were taken of. */
@Component
public class LastReadings {

    private static final String OF_SERVER = SqlFile.read(LastReadings.class, "last_readings");
    private static final String OF_WORK = SqlFile.read(LastReadings.class, "asked_reading");
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient store;

    public LastReadings(DataSource store) {
        this.store = JdbcClient.create(store);
    }

    /** By database; those of which there is none, or none of the latest snapshot, are left out. */
    public Map<Integer, LastReading> ofServer(int server) {
        var readings = new HashMap<Integer, LastReading>();
        store.sql(OF_SERVER)
                .param("server", server)
                .query((row, n) -> readings.put(row.getInt("database_id"), reading(row)))
                .list();
        return readings;
    }

    /** What a run asks of a database, and what it can build on. */
    AskedReading of(long run, int database) {
        return store.sql(OF_WORK)
                .param("run", run)
                .param("database", database)
                .query((row, n) -> new AskedReading(
                        "incremental".equals(row.getString("mode")),
                        row.getBoolean("held"),
                        row.getObject("sequence") == null,
                        new Basis.Database(
                                StoredText.decode(row.getString("name")),
                                row.getString("collation"),
                                row.getObject("source_created_at", LocalDateTime.class),
                                row.getObject("service_broker_guid", UUID.class)),
                        row.getString("digests") == null ? Optional.empty() : Optional.of(reading(row))))
                .single();
    }

    /**
     * How a database is asked for.
     *
     * @param held whether a hold keeps something of it, decided about or not: what is missing is then judged by the whole
     * @param first whether no snapshot of it is kept
     * @param last empty where there is none of the latest snapshot
     */
    record AskedReading(
            boolean incremental, boolean held, boolean first, Basis.Database database, Optional<LastReading> last) {}

    private static LastReading reading(ResultSet row) throws SQLException {
        return new LastReading(
                row.getInt("sequence"),
                row.getBytes("basis"),
                Digests.ofJson(row.getString("digests")),
                incomplete(row.getString("sections")));
    }

    /** What the engine lacks, it lacks until its version changes, which is a matter of the basis. */
    private static Set<Section> incomplete(String sections) {
        var statuses = JSON.readTree(sections);
        var incomplete = EnumSet.noneOf(Section.class);
        for (var section : Section.values()) {
            var status = statuses.path(section.sectionName()).path("status").asString("");
            if (!status.equals("complete") && !status.equals("unsupported")) {
                incomplete.add(section);
            }
        }
        return incomplete;
    }
}

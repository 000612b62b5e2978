package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.content.CanonicalJson;
import dev.granary.harvester.catalog.HarvestedKind;
import dev.granary.harvester.catalog.MeasureStatement;
import dev.granary.harvester.facts.FactReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/**
 * What every engine owes a harvest: for each harvested kind, {@code kinds/<kind>.sql} makes one, and its first lines say what a harvest then
 * holds: {@code -- holds: <kind of object> | <schema.name> | <aspect> | <something in the part's canonical JSON>}; of a server's facts {@code
 * -- holds: server | <fact> | <something in it>}, of measures {@code -- holds: <statement> | <schema.name> | <something in it>}. What a script
 * does to the server, its line {@code -- undo: } takes back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KindContract {

    private static final String HOLDS = "-- holds: ";
    private static final String UNDO = "-- undo: ";

    private final Map<HarvestedKind, SQLException> refused = new EnumMap<>(HarvestedKind.class);
    private final Map<String, String> harvested = new TreeMap<>();

    /** A connection in an empty database, by a login that may do anything there; the subclass closes it. */
    abstract Connection connection() throws SQLException;

    @BeforeAll
    void harvestOneOfEach() throws Exception {
        try (var statement = connection().createStatement()) {
            statement.execute("CREATE SCHEMA kinds");
        }
        for (var kind : HarvestedKind.values()) {
            try (var statement = connection().createStatement()) {
                for (var batch : script(kind).split("(?m)^GO\\s*$")) {
                    statement.execute(batch);
                }
            } catch (SQLException e) {
                refused.put(kind, e);
            }
        }
        var sink = new RecordingSink();
        var reading = new CatalogReader(Clock.systemUTC()).read(connection(), Scope.ALL, sink);
        assertThat(reading.sections()).extracting(SectionReading::status).containsOnly(SectionStatus.COMPLETE);
        var json = new CanonicalJson();
        var names = new HashMap<Owner, String>();
        for (var object : sink.objects) {
            names.put(
                    object.owner(),
                    object.kind().jsonName() + " | "
                            + (object.schema() == null ? "" : object.schema() + ".")
                            + object.name());
        }
        for (var part : sink.parts) {
            var owner = names.get(part.owner());
            harvested.put(
                    owner + " | " + part.content().aspect().jsonName(),
                    json.write(part.content()).text());
        }
        for (var fact : FactReader.read(connection())) {
            assertThat(fact.value()).as(fact.fact().jsonName()).isNotNull();
            harvested.put(
                    "server | " + fact.fact().jsonName(),
                    json.write(fact.value()).text());
        }
        for (var statement : MeasureStatement.values()) {
            measure(statement, names);
        }
    }

    private void measure(MeasureStatement statement, Map<Owner, String> names) throws SQLException {
        try (var question = connection().createStatement();
                var rows = question.executeQuery(statement.sql())) {
            while (rows.next()) {
                var name = names.get(new Owner(Owner.Space.OBJECT, rows.getInt("object_id")));
                if (name != null && rows.getInt("index_id") <= 1) {
                    harvested.put(
                            statement + name.substring(name.indexOf(" | ")),
                            "{\"rows\":%d}".formatted(rows.getLong("row_count")));
                }
            }
        }
    }

    /** Takes back what the scripts did outside of their database. */
    final void undo() throws SQLException, IOException {
        for (var kind : HarvestedKind.values()) {
            for (var line : lines(kind, UNDO)) {
                try (var statement = connection().createStatement()) {
                    statement.execute(line);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsOneOfEveryKind(HarvestedKind kind) throws IOException {
        assertThat((Throwable) refused.get(kind))
                .as("what the engine said to %s.sql", kind.kindName())
                .isNull();
        assertThat(expectations(kind)).isNotEmpty().allSatisfy(line -> {
            int fragment = line.lastIndexOf(" | ");
            assertThat(harvested).containsKey(line.substring(0, fragment));
            assertThat(harvested.get(line.substring(0, fragment))).contains(line.substring(fragment + 3));
        });
    }

    static List<String> expectations(HarvestedKind kind) throws IOException {
        return lines(kind, HOLDS);
    }

    private static List<String> lines(HarvestedKind kind, String mark) throws IOException {
        return Arrays.stream(script(kind).split("\n"))
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    private static String script(HarvestedKind kind) throws IOException {
        return new ClassPathResource("kinds/" + kind.kindName() + ".sql", HarvestedKind.class)
                .getContentAsString(StandardCharsets.UTF_8);
    }
}

package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.content.CanonicalJson;
import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.digest.ProductionEngines;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The same script on SQL Server and on an engine that only resembles it, compared object by object and part by part. */
class LookAlikeHarvestTest {

    private static final String PASSWORD = "Every-kind-1";
    private static final String UNKNOWN = "unknown";

    private static final String MORE = """
            GO
            CREATE TABLE dbo.counted (id int IDENTITY(1, 1) NOT NULL)
            GO
            CREATE TABLE sales.counted (id int IDENTITY(1, 1) NOT NULL)
            GO
            CREATE PROCEDURE sales.long AS SELECT '%s' AS x
            """.formatted("x".repeat(4000));

    private final CanonicalJson json = new CanonicalJson();

    @Test
    void losesNothingButWhatSuchAnEngineCannotSay() throws Exception {
        var original = read(ServerOptions.named("ORIGINAL", PASSWORD));
        var alike = read(ServerOptions.lookAlike("ALIKE", PASSWORD, "sales.names", "sales.customer"));

        assertThat(alike.objects()).isEqualTo(original.objects());
        var different = new TreeMap<String, String>();
        var names = new TreeSet<>(original.parts().keySet());
        names.addAll(alike.parts().keySet());
        for (var name : names) {
            var part = alike.parts().get(name);
            // Such an engine writes the names of collations in lower case too.
            if (!collations(String.valueOf(original.parts().get(name))).equals(collations(String.valueOf(part)))) {
                different.put(name, String.valueOf(part));
            }
        }
        assertThat(different)
                .containsEntry("VIEW sales.names TEXT", UNKNOWN)
                .containsEntry("TABLE sales.customer COLUMNS", UNKNOWN)
                .containsEntry("TABLE sales.counted COLUMNS", UNKNOWN)
                .containsEntry("PROCEDURE sales.long TEXT", UNKNOWN)
                .containsKeys("SEQUENCE sales.numbers SEQUENCE", "VIEW sales.names DEPENDENCIES")
                .allSatisfy((name, part) -> assertThat(name + " " + part)
                        .matches(
                                "(TABLE sales\\.customer (COLUMNS|CHECKS)|VIEW sales\\.names TEXT|TABLE sales\\.counted COLUMNS|PROCEDURE sales\\.long TEXT) unknown"
                                        + "|SEQUENCE sales\\.numbers SEQUENCE null|.* DEPENDENCIES null"
                                        + "|CLR_PROCEDURE sales\\.locate CLR .*\"assemblyClass\":\"geo.functions\".*"));
    }

    @Test
    void saysOfEachSectionWhatItLacksAndWhy() throws Exception {
        var reading = read(ServerOptions.lookAlike("ALIKE", PASSWORD, "sales.names", "sales.customer"))
                .reading();

        var sections = new HashMap<String, SectionReading>();
        reading.sections().forEach(section -> sections.put(section.section(), section));
        assertThat(sections.get("visibility").status()).isEqualTo(SectionStatus.UNSUPPORTED);
        assertThat(sections.get("visibility").reason()).contains("HAS_PERMS_BY_NAME");
        assertThat(sections.get("parameters").status()).isEqualTo(SectionStatus.COMPLETE);
        assertThat(sections.get("parameters").source()).isNull();
        assertThat(sections.get("scoped_configurations").status()).isEqualTo(SectionStatus.UNSUPPORTED);
        assertThat(sections.get("scoped_configurations").code()).isEqualTo("33557097");
        for (var empty : List.of("sequences", "dependencies")) {
            assertThat(sections.get(empty).status()).as(empty).isEqualTo(SectionStatus.UNSUPPORTED);
            assertThat(sections.get(empty).code()).as(empty).isEqualTo("empty");
        }
        assertThat(sections.get("modules").unreadable()).isEqualTo(1);
        assertThat(sections.get("modules").code()).isEqualTo("33557097");
        assertThat(sections.get("columns").unreadable()).isEqualTo(1);
        assertThat(sections.get("descriptions").without()).contains("sys.parameters");
        assertThat(reading.viewDefinition()).isNull();
    }

    private static String collations(String part) {
        return Pattern.compile("\"collation\":\"[^\"]*\"")
                .matcher(part)
                .replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
    }

    private record Harvest(DatabaseReading reading, TreeSet<String> objects, Map<String, String> parts) {}

    private Harvest read(ServerOptions options) throws Exception {
        var script =
                new ClassPathResource("every-kind.sql", CatalogQuery.class).getContentAsString(StandardCharsets.UTF_8);
        var sink = new RecordingSink();
        try (var engine = EmulatedServer.create(options)) {
            engine.run(script + MORE);
            try (var server = EmulatorServer.builder(engine).start();
                    var connection = DriverManager.getConnection(
                            "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;user=sa;password=%s"
                                    .formatted(server.port(), PASSWORD))) {
                connection.setCatalog("every kind");
                var reading = new CatalogReader(Clock.systemUTC())
                        .read(connection, ProductionEngines.create().ask(connection), Scope.ALL, Section.all(), sink);
                return harvest(reading, sink);
            }
        }
    }

    private Harvest harvest(DatabaseReading reading, RecordingSink sink) {
        var names = new HashMap<Owner, String>();
        sink.objects.forEach(
                object -> names.put(object.owner(), object.kind() + " " + object.schema() + "." + object.name()));
        var parts = new TreeMap<String, String>();
        sink.parts.stream()
                .filter(part -> names.containsKey(part.owner()))
                .forEach(part -> parts.put(
                        names.get(part.owner()) + " " + part.content().aspect(),
                        json.write(part.content()).text()));
        sink.unknown.stream()
                .filter(unknown -> names.containsKey(unknown.owner()))
                .forEach(unknown -> parts.put(names.get(unknown.owner()) + " " + unknown.aspect(), UNKNOWN));
        return new Harvest(reading, new TreeSet<>(names.values()), parts);
    }
}

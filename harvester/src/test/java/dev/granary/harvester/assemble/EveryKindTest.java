package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.content.CanonicalJson;
import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.catalog.CatalogQuery;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A database with something of every kind in it, read whole through the driver. */
class EveryKindTest {

    private static final String PASSWORD = "Every-kind-1";
    private static final String NOISE = """
            CREATE TABLE dbo.noise (a int PRIMARY KEY, b int DEFAULT 1 CHECK (b > 0))
            GO
            CREATE TYPE dbo.noisy FROM int
            GO
            DROP TABLE dbo.noise
            GO
            DROP TYPE dbo.noisy
            GO
            """;

    private final CanonicalJson json = new CanonicalJson();

    @Test
    void readsEveryKind() throws Exception {
        var content = content(read(""));

        assertThat(content)
                .containsEntry("ALIAS_TYPE sales.code ALIAS_TYPE", "{\"type\":\"varchar(12)\"}")
                .containsEntry(
                        "SEQUENCE sales.numbers SEQUENCE",
                        "{\"cache\":\"20\",\"cycles\":true,\"increment\":\"5\",\"maximum\":\"99999\",\"minimum\":\"1\",\"start\":\"100\",\"type\":\"bigint\"}")
                .containsEntry("SYNONYM sales.elsewhere SYNONYM", "{\"target\":\"[other].[dbo].[thing]\"}")
                .containsEntry(
                        "TABLE sales.price TABLE",
                        "{\"history\":{\"name\":\"price_past\",\"schema\":\"sales\"},\"period\":{\"end\":\"until\",\"start\":\"since\"},\"temporal\":\"system_versioned\"}")
                .containsEntry("PROCEDURE sales.hidden TEXT", "{\"encrypted\":true}")
                .containsEntry(
                        "TRIGGER sales.watch TRIGGER",
                        "{\"events\":[\"insert\",\"update\"],\"schema\":\"sales\",\"table\":\"customer\"}")
                .containsEntry(
                        "TABLE_TYPE sales.lines KEYS",
                        "{\"keys\":[{\"columns\":[{\"name\":\"line_no\"}],\"kind\":\"primary_key\",\"type\":\"clustered\"}]}")
                .containsEntry(
                        "TABLE sales.order of one INDEXES",
                        "{\"indexes\":[{\"columns\":[{\"name\":\"customer_id\"},{\"descending\":true,\"name\":\"amount\"}],\"filter\":\"([amount]>(0))\",\"included\":[\"id\"],\"name\":\"ix_amount\",\"type\":\"nonclustered\"}]}")
                .containsEntry(
                        "PROCEDURE sales.take PARAMETERS",
                        "{\"parameters\":[{\"name\":\"@lines\",\"ordinal\":1,\"readOnly\":true,\"type\":\"sales.lines\"},{\"name\":\"@total\",\"ordinal\":2,\"output\":true,\"type\":\"money\"}]}");
    }

    @Test
    void readsTheSameContentWhereIdsAndSystemMadeNamesDiffer() throws Exception {
        var here = read("");
        var there = read(NOISE);

        assertThat(content(there)).isEqualTo(content(here));
        assertThat(systemNames(there)).isNotEmpty().doesNotContainAnyElementsOf(systemNames(here));
        assertThat(there.objects)
                .extracting(SourceObject::owner)
                .isNotEqualTo(here.objects.stream().map(SourceObject::owner).toList());
    }

    private RecordingSink read(String first) throws Exception {
        var script = new ClassPathResource("every-kind.sql", CatalogQuery.class)
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("CREATE SCHEMA sales\nGO\n", first + "CREATE SCHEMA sales\nGO\n");
        var sink = new RecordingSink();
        try (var engine = EmulatedServer.create("EVERYKIND", PASSWORD)) {
            engine.run(script);
            try (var server = EmulatorServer.builder(engine).start();
                    var connection = DriverManager.getConnection(
                            "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;user=sa;password=%s"
                                    .formatted(server.port(), PASSWORD))) {
                connection.setCatalog("every kind");
                new CatalogReader(Clock.systemUTC()).read(connection, Scope.ALL, sink);
            }
        }
        return sink;
    }

    private Map<String, String> content(RecordingSink sink) {
        var names = new HashMap<Owner, String>();
        for (var object : sink.objects) {
            names.put(object.owner(), object.kind() + " " + object.schema() + "." + object.name());
        }
        var content = new TreeMap<String, String>();
        for (var part : sink.parts) {
            content.put(
                    names.get(part.owner()) + " " + part.content().aspect(),
                    json.write(part.content()).text());
        }
        return content;
    }

    private static List<String> systemNames(RecordingSink sink) {
        return sink.parts.stream()
                .flatMap(part -> part.systemNames().values().stream())
                .collect(Collectors.toList());
    }
}

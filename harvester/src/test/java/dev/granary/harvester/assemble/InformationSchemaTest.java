package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.content.CanonicalJson;
import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.model.Aspect;
import dev.granary.registry.NameFilter;
import dev.granary.registry.NamePattern;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class InformationSchemaTest {

    private static final String PASSWORD = "Every-kind-1";
    private static final ServerOptions OPTIONS = ServerOptions.named("EVERYKIND", PASSWORD);

    private final CanonicalJson json = new CanonicalJson();

    @Test
    void isNotAskedForParametersWhereAnotherViewSaysTheSame() throws Exception {
        var whole = read(OPTIONS, Scope.ALL);
        var poor = read(OPTIONS.without("sys.parameters"), Scope.ALL);

        assertThat(poor.section("parameters")).isEqualTo(whole.section("parameters"));
        assertThat(poor.parts(Aspect.PARAMETERS)).isNotEmpty().isEqualTo(whole.parts(Aspect.PARAMETERS));
    }

    @Test
    void tellsParametersWhereTheirViewsAreMissing() throws Exception {
        var whole = read(OPTIONS, Scope.ALL);
        var poor = read(OPTIONS.without("sys.parameters", "sys.all_parameters"), Scope.ALL);

        var reading = poor.section("parameters");
        assertThat(reading.status()).isEqualTo(SectionStatus.COMPLETE);
        assertThat(reading.source()).isEqualTo("information_schema");
        assertThat(reading.reason()).contains("sys.parameters");
        assertThat(reading.without()).containsExactly("read-only parameters");
        assertThat(poor.parts(Aspect.PARAMETERS))
                .hasSize(whole.parts(Aspect.PARAMETERS).size());
        poor.parts(Aspect.PARAMETERS)
                .forEach((name, part) -> assertThat(part)
                        .as(name)
                        .isEqualTo(String.valueOf(whole.parts(Aspect.PARAMETERS).get(name))
                                .replace(",\"readOnly\":true", "")));
    }

    @Test
    void tellsTheNamesAndTypesOfColumnsAndLeavesThoseOfTypesUnknown() throws Exception {
        var whole = read(OPTIONS, Scope.ALL);
        var poor = read(OPTIONS.without("sys.columns"), Scope.ALL);

        assertThat(poor.section("columns").source()).isEqualTo("information_schema");
        assertThat(poor.section("columns").aspects()).containsExactly(Aspect.COLUMNS);
        assertThat(poor.parts(Aspect.COLUMNS).get("VIEW sales.totals"))
                .isEqualTo(whole.parts(Aspect.COLUMNS).get("VIEW sales.totals"));
        assertThat(poor.parts(Aspect.COLUMNS))
                .isNotEmpty()
                .allSatisfy((name, part) -> assertThat(names(part))
                        .as(name)
                        .isEqualTo(names(whole.parts(Aspect.COLUMNS).get(name))));
        assertThat(poor.unknown(Aspect.COLUMNS)).anyMatch(name -> name.startsWith("TABLE_TYPE"));
    }

    @Test
    void tellsKeysChecksForeignKeysAndTexts() throws Exception {
        var whole = read(OPTIONS, Scope.ALL);
        var poor = read(
                OPTIONS.without("sys.indexes", "sys.foreign_keys", "sys.check_constraints", "sys.sql_modules"),
                Scope.ALL);

        for (var section : List.of("indexes", "foreign_keys", "checks", "modules")) {
            assertThat(poor.section(section).source()).as(section).isEqualTo("information_schema");
        }
        assertThat(poor.parts(Aspect.KEYS).keySet())
                .isEqualTo(whole.tablesOnly(whole.parts(Aspect.KEYS).keySet()));
        assertThat(poor.parts(Aspect.CHECKS).keySet())
                .isEqualTo(whole.tablesOnly(whole.parts(Aspect.CHECKS).keySet()));
        assertThat(poor.parts(Aspect.FOREIGN_KEYS).keySet())
                .isEqualTo(whole.parts(Aspect.FOREIGN_KEYS).keySet());
        assertThat(poor.section("modules").aspects()).containsExactly(Aspect.TEXT);
        assertThat(poor.parts(Aspect.TEXT)).isNotEmpty();
        assertThat(poor.unknown(Aspect.KEYS)).anyMatch(name -> name.startsWith("TABLE_TYPE"));
    }

    @Test
    void agreesWithTheCatalogueViewsWhereNothingIsWrong() throws Exception {
        var all = read(OPTIONS, Scope.ALL).crossCheck();
        var some = read(OPTIONS, new Scope(new NameFilter(List.of(NamePattern.of("dbo")), List.of())))
                .crossCheck();

        assertThat(all).matches(CrossCheck::agrees);
        assertThat(some).matches(CrossCheck::agrees);
        assertThat(all.tables().sys()).isEqualTo(8);
        assertThat(some.tables().sys()).isZero();
    }

    @Test
    void recordsWhatTheCatalogueViewsDidNotList() throws Exception {
        try (var engine = EmulatedServer.create(OPTIONS)) {
            engine.run("CREATE DATABASE one\nGO\nUSE one\nGO\nCREATE TABLE t (a int, b int)");
            try (var server = EmulatorServer.builder(engine).start();
                    var connection = DriverManager.getConnection(
                            "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;user=sa;password=%s"
                                    .formatted(server.port(), PASSWORD))) {
                connection.setCatalog("one");

                var compared = new CountingSink(new RecordingSink())
                        .compared(connection, EngineFeatures.EVERYTHING, Scope.ALL);

                assertThat(compared).contains(new CrossCheck(new CrossCheck.Count(0, 1), new CrossCheck.Count(0, 2)));
                assertThat(compared.get().agrees()).isFalse();
            }
        }
    }

    @Test
    void isNotAskedWhereItIsMissing() throws Exception {
        assertThat(read(OPTIONS.without("INFORMATION_SCHEMA.COLUMNS"), Scope.ALL)
                        .crossCheck())
                .isNull();
    }

    /** A column part's names and types in their order. */
    private static List<String> names(String part) {
        return java.util.regex.Pattern.compile("\"name\":\"[^\"]*\"|\"type\":\"[^\"]*\"")
                .matcher(part)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    private Found read(ServerOptions options, Scope scope) throws Exception {
        var script =
                new ClassPathResource("every-kind.sql", CatalogQuery.class).getContentAsString(StandardCharsets.UTF_8);
        var sink = new RecordingSink();
        try (var engine = EmulatedServer.create(options)) {
            engine.run(script);
            try (var server = EmulatorServer.builder(engine).start();
                    var connection = DriverManager.getConnection(
                            "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;user=sa;password=%s"
                                    .formatted(server.port(), PASSWORD))) {
                connection.setCatalog("every kind");
                return new Found(new CatalogReader(Clock.systemUTC()).read(connection, scope, sink), sink);
            }
        }
    }

    private final class Found {
        private final DatabaseReading reading;
        private final RecordingSink sink;
        private final Map<Owner, String> names = new HashMap<>();

        private Found(DatabaseReading reading, RecordingSink sink) {
            this.reading = reading;
            this.sink = sink;
            sink.objects.forEach(
                    object -> names.put(object.owner(), object.kind() + " " + object.schema() + "." + object.name()));
        }

        private SectionReading section(String name) {
            return reading.sections().stream()
                    .filter(section -> section.section().equals(name))
                    .findAny()
                    .orElseThrow();
        }

        private CrossCheck crossCheck() {
            return section("columns").crossCheck();
        }

        private Map<String, String> parts(Aspect aspect) {
            var parts = new TreeMap<String, String>();
            sink.parts.stream()
                    .filter(part -> part.content().aspect() == aspect && names.containsKey(part.owner()))
                    .forEach(part -> parts.put(
                            names.get(part.owner()), json.write(part.content()).text()));
            return parts;
        }

        private List<String> unknown(Aspect aspect) {
            return sink.unknown.stream()
                    .filter(unknown -> unknown.aspect() == aspect)
                    .map(unknown -> String.valueOf(names.get(unknown.owner())))
                    .toList();
        }

        private java.util.Set<String> tablesOnly(java.util.Set<String> all) {
            return all.stream()
                    .filter(name -> !name.startsWith("TABLE_TYPE"))
                    .collect(java.util.stream.Collectors.toSet());
        }
    }
}

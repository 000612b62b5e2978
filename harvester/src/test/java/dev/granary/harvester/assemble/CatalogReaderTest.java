package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.granary.content.ContentHash;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.CheckRow;
import dev.granary.harvester.catalog.DatabaseRow;
import dev.granary.harvester.catalog.ModuleRow;
import dev.granary.harvester.catalog.ObjectRow;
import dev.granary.harvester.catalog.SchemaRow;
import dev.granary.harvester.catalog.SynonymRow;
import dev.granary.harvester.catalog.VisibilityRow;
import dev.granary.model.Aspect;
import dev.granary.model.DatabaseOptions;
import dev.granary.model.ModuleText;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import dev.granary.model.SchemaOptions;
import dev.granary.model.SynonymTarget;
import dev.granary.registry.NameFilter;
import dev.granary.registry.NamePattern;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogReaderTest {

    private static final LocalDateTime CREATED = LocalDateTime.of(2024, 3, 31, 2, 30, 0, 120_000_000);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final DatabaseRow DATABASE = new DatabaseRow(
            "shop",
            "Latin1_General_CI_AS",
            160,
            "BULK_LOGGED",
            false,
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            0,
            false,
            false,
            true,
            false,
            true,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            null,
            null,
            false);

    private final ScriptedEngine engine = new ScriptedEngine();
    private final RecordingSink sink = new RecordingSink();
    private final CatalogReader reader = new CatalogReader(Clock.fixed(NOW, ZoneOffset.UTC));
    private EmulatorServer server;
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        engine.rows(CatalogQuery.DATABASE, List.of(DATABASE))
                .rows(CatalogQuery.VISIBILITY, List.of(new VisibilityRow(1, 1, 1)))
                .rows(CatalogQuery.SCHEMAS, List.of(new SchemaRow(1, "dbo", "dbo"), new SchemaRow(5, "staging", null)))
                .rows(CatalogQuery.OBJECTS, List.of(object(10, "SN", "dbo"), object(11, "P ", "staging")))
                .rows(
                        CatalogQuery.SYNONYMS,
                        List.of(new SynonymRow(10, "[other].[dbo].[t]"), new SynonymRow(99, "unlisted")))
                .rows(
                        CatalogQuery.MODULES,
                        List.of(
                                module(11, null, 0),
                                module(12, null, 1),
                                module(13, null, null),
                                module(14, "CREATE PROC p AS\n\tSELECT 1", null)));
        server = EmulatorServer.builder(engine).start();
        connection = DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:" + server.port() + ";encrypt=false;user=sa;password=x");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
        server.close();
    }

    @Test
    void readsWhatThereIsAndSaysHowFarItCame() throws Exception {
        var reading = reader.read(connection, Scope.ALL, sink);

        assertThat(sink.objects)
                .contains(
                        new SourceObject(
                                new Owner(Space.DATABASE, 0), ObjectKind.DATABASE, null, "$database", null, null),
                        new SourceObject(new Owner(Space.SCHEMA, 5), ObjectKind.SCHEMA, null, "staging", null, null),
                        new SourceObject(
                                new Owner(Space.OBJECT, 11), ObjectKind.PROCEDURE, "staging", "o11", CREATED, CREATED));
        assertThat(sink.only(DatabaseOptions.class))
                .isEqualTo(DatabaseOptions.ordinary("Latin1_General_CI_AS", 160, "bulk_logged", false));
        assertThat(reading.readFrom()).isEqualTo(NOW);
        assertThat(reading.viewDefinition()).isTrue();
        assertThat(reading.sections()).extracting(SectionReading::status).containsOnly(SectionStatus.COMPLETE);
        assertThat(reading.sections())
                .extracting(SectionReading::section)
                .containsExactlyInAnyOrderElementsOf(
                        CatalogQuery.ALL.stream().map(CatalogQuery::name).toList());
        assertThat(section(reading, "modules").rows()).isEqualTo(4);
    }

    @Test
    void tellsAnEncryptedTextFromADeniedOne() throws Exception {
        var reading = reader.read(connection, Scope.ALL, sink);

        assertThat(sink.unknown)
                .contains(
                        new RecordingSink.Unknown(new Owner(Space.OBJECT, 11), Aspect.TEXT),
                        new RecordingSink.Unknown(new Owner(Space.OBJECT, 13), Aspect.TEXT));
        assertThat(sink.parts.stream().map(RecordingSink.Part::content).filter(ModuleText.class::isInstance))
                .containsExactlyInAnyOrder(
                        new ModuleText(null, true, false, false, false, false, null, false),
                        new ModuleText("CREATE PROC p AS\n\tSELECT 1", false, false, false, false, false, null, false));
        assertThat(reading.modulesWithoutText()).isEqualTo(2);
    }

    @Test
    void leavesASchemasOwnerUnknownWhomTheLoginMayNotSee() throws Exception {
        reader.read(connection, Scope.ALL, sink);

        assertThat(sink.only(SchemaOptions.class)).isEqualTo(new SchemaOptions("dbo"));
        assertThat(sink.unknown).contains(new RecordingSink.Unknown(new Owner(Space.SCHEMA, 5), Aspect.SCHEMA));
    }

    @Test
    void readsNothingOfSchemasThatAreNotMeant() throws Exception {
        var scope = new Scope(new NameFilter(List.of(NamePattern.of("*")), List.of(NamePattern.of("STAG*"))));

        reader.read(connection, scope, sink);

        assertThat(sink.objects).extracting(SourceObject::name).containsExactly("$database", "dbo", "o10");
        assertThat(sink.unknown).doesNotContain(new RecordingSink.Unknown(new Owner(Space.OBJECT, 11), Aspect.TEXT));
    }

    @Test
    void readsOnlyTheSectionsThatAreWantedAndWhatTheyRestOn() throws Exception {
        var reading = reader.read(connection, Scope.ALL, Set.of(Section.SYNONYMS), sink);

        assertThat(reading.sections())
                .extracting(SectionReading::section)
                .containsExactly("visibility", "database", "types", "synonyms");
        assertThat(reading.wasRead(Section.SYNONYMS)).isTrue();
        assertThat(reading.wasRead(Section.OBJECTS)).isFalse();
        assertThat(reading.modulesWithoutText()).isNull();
        assertThat(sink.objects).extracting(SourceObject::name).containsExactly("$database");
        assertThat(sink.parts).extracting(RecordingSink.Part::content).contains(new SynonymTarget("unlisted"));
    }

    @Test
    void asksEveryQuestionThereIs() {
        assertThat(Section.all().stream().map(Section::query)).containsExactlyInAnyOrderElementsOf(CatalogQuery.ALL);
    }

    @Test
    void goesOnWithoutASectionThatIsDenied() throws Exception {
        engine.withoutRows(CatalogQuery.SYNONYMS).error(CatalogQuery.SYNONYMS, 229);

        var reading = reader.read(connection, Scope.ALL, sink);

        var synonyms = section(reading, "synonyms");
        assertThat(synonyms.status()).isEqualTo(SectionStatus.DENIED);
        assertThat(synonyms.code()).isEqualTo("229");
        assertThat(synonyms.aspects()).containsExactly(Aspect.SYNONYM);
        assertThat(section(reading, "modules").status()).isEqualTo(SectionStatus.COMPLETE);
    }

    @Test
    void goesOnWithoutASectionThatTheEngineLacks() throws Exception {
        engine.error(CatalogQuery.SEQUENCES, 208);

        var reading = reader.read(connection, Scope.ALL, sink);

        assertThat(section(reading, "sequences").status()).isEqualTo(SectionStatus.UNSUPPORTED);
    }

    @Test
    void findsOutWhatAnEngineLacksThatSaysItInNumbersOfItsOwn() throws Exception {
        engine.without("sys.sequences").error(CatalogQuery.SEQUENCES, 33557097);

        var reading = reader.read(connection, Scope.ALL, sink);

        assertThat(section(reading, "sequences").status()).isEqualTo(SectionStatus.UNSUPPORTED);
        assertThat(section(reading, "sequences").reason()).contains("sys.sequences");
    }

    @Test
    void failsOnAnErrorThatNothingExplains() {
        engine.error(CatalogQuery.SEQUENCES, 33557097);

        assertThatExceptionOfType(SectionFailure.class)
                .isThrownBy(() -> reader.read(connection, Scope.ALL, sink))
                .satisfies(e -> assertThat(e.section()).isEqualTo("sequences"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("33557097"));
    }

    @Test
    void failsOnAnyErrorAfterTheFirstRow() {
        engine.error(CatalogQuery.SYNONYMS, 229);

        assertThatExceptionOfType(SectionFailure.class)
                .isThrownBy(() -> reader.read(connection, Scope.ALL, sink))
                .satisfies(e -> assertThat(e.section()).isEqualTo("synonyms"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("229"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "schemas", "objects", "types", "columns"})
    void failsWhereWhatListsObjectsIsDenied(String section) {
        var query = CatalogQuery.ALL.stream()
                .filter(q -> q.name().equals(section))
                .findAny()
                .orElseThrow();
        engine.withoutRows(query).error(query, 229);

        assertThatExceptionOfType(SectionFailure.class)
                .isThrownBy(() -> reader.read(connection, Scope.ALL, sink))
                .satisfies(e -> assertThat(e.section()).isEqualTo(section));
    }

    @Test
    void failsWhereTheDatabaseDoesNotFindItself() {
        engine.withoutRows(CatalogQuery.DATABASE);

        assertThatExceptionOfType(SectionFailure.class)
                .isThrownBy(() -> reader.read(connection, Scope.ALL, sink))
                .satisfies(e -> assertThat(e.section()).isEqualTo("database"));
    }

    @Test
    void leavesTheConnectionFitForUseWhenTheSinkGivesUp() throws Exception {
        engine.rows(
                CatalogQuery.CHECKS,
                IntStream.range(0, 50_000)
                        .mapToObj(i -> new CheckRow(i, "ck", false, null, "(1=1)", false, false, false))
                        .toList());
        var full = new ContentSink() {
            @Override
            public void object(SourceObject object) {}

            @Override
            public void part(Owner owner, PartContent content, Map<String, String> systemNames) {
                if (content.aspect() == Aspect.CHECKS) {
                    throw new IllegalStateException("the store is gone");
                }
            }

            @Override
            public void text(Owner owner, ModuleText options, ContentHash textHash) {}

            @Override
            public int[] textsToRead() {
                return new int[0];
            }

            @Override
            public void unknown(Owner owner, Aspect aspect) {}

            @Override
            public void discard(Set<Section> sections) {}
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> reader.read(connection, Scope.ALL, full))
                .withMessage("the store is gone");

        reader.read(connection, Scope.ALL, sink);
        assertThat(sink.parts).extracting(RecordingSink.Part::content).contains(new SynonymTarget("[other].[dbo].[t]"));
    }

    private static SectionReading section(DatabaseReading reading, String name) {
        return reading.sections().stream()
                .filter(s -> s.section().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static ObjectRow object(int id, String type, String schema) {
        return new ObjectRow(id, type, schema, "o" + id, CREATED, CREATED);
    }

    private static ModuleRow module(int id, String definition, Integer encrypted) {
        return new ModuleRow(id, definition, encrypted, true, true, false, false, null, false);
    }
}

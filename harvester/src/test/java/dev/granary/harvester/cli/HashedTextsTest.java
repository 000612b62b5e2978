package dev.granary.harvester.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestProgram;
import dev.granary.harvester.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole harvests of procedures whose texts are far longer than all else: what is stored of them does not cross the wire again. */
class HashedTextsTest {

    private static final int PROCEDURES = 12;
    private static final int TEXT_LENGTH = 100_000;
    private static final long TEXT_BYTES = 2 * TEXT_LENGTH;

    private final TestStore store = TestStore.forHarvests();

    @TempDir
    private Path folder;

    private EmulatedServer engine;
    private EmulatorServer server;
    private TestProgram program;

    @BeforeEach
    void start() throws IOException {
        start("17.0.1000.7");
    }

    private void start(String version) throws IOException {
        engine = EmulatedServer.create(
                ServerOptions.named("erp", TestProgram.CANARY).withVersion(version));
        server = EmulatorServer.builder(engine).name("erp").start();
        program = new TestProgram(store, folder)
                .set("test.fake-harvest", "false")
                .servers("servers:\n" + TestProgram.server("erp", server.port()));
        assertThat(program.run("register").code()).isZero();
        makeTenant("one");
    }

    @AfterEach
    void stop() {
        server.close();
        engine.close();
    }

    private void makeTenant(String name) {
        engine.run("CREATE DATABASE [" + name + "]\nGO\nUSE [" + name + "]\nGO\n"
                + IntStream.range(0, PROCEDURES)
                        .mapToObj(i -> text("CREATE", i, "x"))
                        .collect(Collectors.joining("\nGO\n")));
    }

    private static String text(String verb, int procedure, String comment) {
        return "%s PROCEDURE dbo.p%d AS SELECT %d /* \u00e9 %s */"
                .formatted(verb, procedure, procedure, comment.repeat(TEXT_LENGTH));
    }

    /** Bytes that came from the source for a harvest. */
    private long harvested(String... more) {
        var arguments = new ArrayList<>(List.of("harvest", "--json"));
        arguments.addAll(List.of(more));
        var report = program.run(arguments.toArray(String[]::new)).json();
        assertThat(report.at("/failures")).isEmpty();
        return report.at("/cost/bytesIn").asLong();
    }

    private List<String> texts(String database) {
        return store.owner().sql("""
                        SELECT c.content ->> 'text'
                          FROM granary.placement_current AS p
                          JOIN granary.database AS d ON d.id = p.database_id
                          JOIN granary.definition_content AS c ON c.definition_id = p.definition_id AND c.aspect = 'text'
                         WHERE d.name = ?
                         ORDER BY 1
                        """).param(database).query(String.class).list();
    }

    @Test
    void readsATextOnceHoweverOftenAndFromHoweverManyDatabasesItIsHarvested() {
        long first = harvested();
        var stored = texts("one");
        long again = harvested();
        makeTenant("two");
        long both = harvested();

        assertThat(stored)
                .hasSize(PROCEDURES)
                .allSatisfy(text -> assertThat(text).hasSizeGreaterThan(TEXT_LENGTH));
        assertThat(texts("two").equals(stored)).isTrue();
        assertThat(first).isGreaterThan(PROCEDURES * TEXT_BYTES);
        assertThat(again).isLessThan(TEXT_BYTES);
        assertThat(both).isLessThan(TEXT_BYTES);
    }

    @Test
    void readsTheOneTextThatChangedInFullAndInPart() {
        harvested();
        engine.run("USE [one]\nGO\n" + text("ALTER", 3, "y"));

        long full = harvested();
        engine.run("USE [one]\nGO\n" + text("ALTER", 4, "z"));
        long part = harvested("--mode", "incremental");

        assertThat(List.of(full, part)).allSatisfy(bytes -> assertThat(bytes).isBetween(TEXT_BYTES, 2 * TEXT_BYTES));
        assertThat(texts("one"))
                .hasSize(PROCEDURES)
                .anyMatch(text("CREATE", 0, "x")::equals)
                // The engine keeps what was altered as if it had been created so.
                .anyMatch(text("CREATE", 3, "y")::equals)
                .anyMatch(text("CREATE", 4, "z")::equals);
    }

    @Test
    void tellsApartOneTextUnderDifferentOptions() {
        harvested();
        var options = "SET QUOTED_IDENTIFIER OFF\nGO\n";
        engine.run("USE [one]\nGO\n" + options + text("ALTER", 3, "x"));
        engine.run("USE [one]\nGO\n" + options + "DROP PROCEDURE dbo.p5\nGO\n" + text("CREATE", 5, "x"));

        harvested();

        assertThat(store.owner().sql("""
                                SELECT count(*)
                                  FROM granary.placement_current AS p
                                  JOIN granary.definition_content AS c
                                    ON c.definition_id = p.definition_id AND c.aspect = 'text'
                                 WHERE (c.content ->> 'quotedIdentifierOff')::boolean
                                """).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void readsTextsOfAStoreThatDoesNotKnowTheirHashesOnceMore() {
        harvested();
        store.owner().sql("UPDATE granary.part SET source_key = NULL").update();

        long unknown = harvested();
        long known = harvested();

        assertThat(unknown).isGreaterThan(PROCEDURES * TEXT_BYTES);
        assertThat(known).isLessThan(TEXT_BYTES);
        assertThat(texts("one")).hasSize(PROCEDURES);
    }
}

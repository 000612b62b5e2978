package dev.granary.query.diff;

import static dev.granary.query.diff.TestDiffs.columns;
import static dev.granary.query.diff.TestDiffs.described;
import static dev.granary.query.diff.TestDiffs.sha;
import static dev.granary.query.diff.TestDiffs.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.granary.model.Aspect;
import dev.granary.model.DatabaseOptions;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import dev.granary.query.TestCatalogue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DiffTest {

    private static TestDiffs diffs;
    private static TestCatalogue catalogue;

    @BeforeAll
    static void start() throws Exception {
        diffs = new TestDiffs();
        catalogue = diffs.catalogue();
    }

    @AfterAll
    static void close() throws Exception {
        diffs.close();
    }

    @Test
    void comparesTwoSnapshotsOfOneDatabase() {
        int database = diffs.database("one");
        catalogue.place(database, ObjectKind.TABLE, "dbo", "same", columns("int"), null);
        int altered = catalogue.place(database, ObjectKind.TABLE, "dbo", "altered", columns("bigint"), null);
        diffs.reopen(altered, columns("int"), "altered");
        int renamed = catalogue.place(database, ObjectKind.TABLE, "dbo", "new", columns("int"), null);
        diffs.reopen(renamed, columns("int"), "old");
        diffs.since2(catalogue.place(database, ObjectKind.TABLE, "dbo", "added", columns("int"), null));
        catalogue.snapshot(database, 1);
        catalogue.snapshot(database, 2);

        var forwards = diffs.diff("left=%d&right=%d&leftSnapshot=1".formatted(database, database));
        var backwards = diffs.diff("left=%d&right=%d&rightSnapshot=1".formatted(database, database));

        assertThat(words(forwards))
                .containsExactly("added added []", "altered altered [type-widened]", "new renamed []");
        assertThat(words(backwards))
                .containsExactly("added removed []", "altered altered [type-narrowed]", "old renamed []");
        assertThat(forwards.path("equal").asBoolean()).isFalse();
        assertThat(diffs.diff("left=%d&right=%d".formatted(database, database))
                        .path("equal")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void comparesTwoDatabasesByTheirTreesAndOnlyInThePartsThatAreAskedFor() {
        int left = diffs.tree(
                "left",
                Map.of(
                        "same",
                        columns("int"),
                        "altered",
                        columns("int"),
                        "gone",
                        columns("int"),
                        "told",
                        described("a")));
        int right = diffs.tree(
                "right",
                Map.of(
                        "same",
                        columns("int"),
                        "altered",
                        columns("varchar(9)"),
                        "come",
                        columns("int"),
                        "told",
                        described("b")));

        var structure = diffs.diff("left=erp-prod/left&right=" + right);
        var descriptions = diffs.diff("left=%d&right=%d&parts=descriptions,structure".formatted(left, right));

        assertThat(words(structure))
                .containsExactly("altered altered [type-changed]", "come added []", "gone removed []");
        assertThat(words(descriptions)).hasSize(4).contains("told altered [description-changed]");
        assertThat(structure.at("/left/database").asString()).isEqualTo("left");
        assertThat(diffs.diff("left=%d&right=%d".formatted(left, left))
                        .path("equal")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void takesOptionsOfADatabaseForNoDifferenceUnlessAskedForThemAndItsCollationForOne() {
        int database = diffs.database("set_up");
        diffs.reopen(
                catalogue.place(database, ObjectKind.DATABASE, null, "set_up", options("A", 160, "simple"), null),
                ObjectKind.DATABASE,
                options("A", 150, "full"),
                "set_up");
        catalogue.snapshot(database, 1);
        catalogue.snapshot(database, 2);
        int moved = diffs.database("moved");
        diffs.reopen(
                catalogue.place(moved, ObjectKind.DATABASE, null, "moved", options("B", 160, "full"), null),
                ObjectKind.DATABASE,
                options("A", 150, "full"),
                "moved");
        catalogue.snapshot(moved, 1);
        catalogue.snapshot(moved, 2);

        var sides = "leftSnapshot=1&left=%1$d&right=%1$d";
        assertThat(diffs.diff(sides.formatted(database)).path("equal").asBoolean())
                .isTrue();
        assertThat(words(diffs.diff(sides.formatted(database) + "&parts=structure,options")))
                .containsExactly("set_up altered [database-option-changed, database-option-changed]");
        assertThat(words(diffs.diff(sides.formatted(moved)))).containsExactly("moved altered [collation-changed]");
    }

    private static Map<Aspect, PartContent> options(String collation, int compatibility, String recovery) {
        return Map.of(Aspect.DATABASE, DatabaseOptions.ordinary(collation, compatibility, recovery, false));
    }

    @Test
    void refusesToTakeWhatTheStoreLacksForADifference() {
        int whole = diffs.tree("whole", Map.of("kept", columns("int")));
        int withoutDefinition = diffs.rooted(
                "without_definition",
                diffs.node("[[\"table\",\"kept\",\"%1$s\",\"%1$s\"]]".formatted(sha("no definition"))));
        int withoutBucket = diffs.rooted("without_bucket", sha("no bucket"));

        for (int other : List.of(withoutDefinition, withoutBucket)) {
            var sides = "left=%d&right=%d".formatted(whole, other);
            await().until(() -> diffs.status(sides) != 404);
            assertThat(diffs.problem(sides))
                    .startsWith("503 /problems/unavailable: The store lacks 1 of the pieces")
                    .contains("try again");
        }
    }

    @Test
    void answersFromOneStateThoughItsTreesAreCollectedMeanwhile() throws Exception {
        int left = diffs.tree("collected_left", Map.of("collected", columns("int")));
        int right = diffs.tree("collected_right", Map.of("collected", columns("bigint")));
        var sides = "left=%d&right=%d".formatted(left, right);
        diffs.diff(sides);

        try (var collector = diffs.superuser();
                var statement = collector.createStatement();
                var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            collector.setAutoCommit(false);
            statement.execute("LOCK TABLE granary.tree_node IN ACCESS EXCLUSIVE MODE");
            var answer = asking.submit(() -> diffs.askOnce(sides));
            await().until(() -> catalogue
                    .sql()
                    .sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                    .query(Boolean.class)
                    .single());
            statement.execute("DELETE FROM granary.tree_node WHERE body LIKE '%\"collected\"%'");
            collector.commit();

            assertThat(words(answer.get())).containsExactly("collected altered [type-widened]");
        }
    }

    @Test
    void answersFromKeptSnapshotsOnlyAndNamesTheNearestWhereOneWasThinned() {
        int database = diffs.database("thinned");
        for (int sequence = 1; sequence <= 5; sequence++) {
            catalogue.snapshot(database, sequence);
            catalogue
                    .sql()
                    .sql(
                            "UPDATE granary.snapshot SET read_from = make_timestamptz(2026, 11, ?, 2, 0, 0, 'UTC'), read_to = make_timestamptz(2026, 11, ?, 2, 0, 0, 'UTC'),"
                                    + " thinned_at = CASE WHEN ? IN (1, 3) THEN now() END WHERE database_id = ? AND sequence = ?")
                    .params(sequence, sequence, sequence, database, sequence)
                    .update();
        }
        var sides = "left=%d&right=%d".formatted(database, database);

        assertThat(diffs.diff(sides + "&leftAt=2026-11-03T12:00:00Z")
                        .at("/left/snapshot")
                        .asInt())
                .isEqualTo(2);
        assertThat(diffs.problem(sides + "&leftSnapshot=3"))
                .isEqualTo("410 /problems/thinned: Snapshot 3 of database thinned was thinned;"
                        + " the nearest that is kept is 2, read until 2026-11-02T02:00:00Z");
        assertThat(diffs.problem(sides + "&rightAt=2026-11-01T12:00:00Z"))
                .startsWith("410 /problems/thinned: Snapshot 1 of database thinned was thinned;"
                        + " the nearest that is kept is 2,");
        assertThat(diffs.problem(sides + "&rightAt=2026-10-01T12:00:00Z")).startsWith("404 /problems/not-found");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(diffs.status("left=1")).isEqualTo(400);
        assertThat(diffs.status("left=nobody&right=nobody")).isEqualTo(400);
        int database = diffs.tree("alone", Map.of());
        var sides = "left=%d&right=%d".formatted(database, database);
        diffs.diff(sides);
        assertThat(diffs.status("parts=colour&" + sides)).isEqualTo(400);
        assertThat(diffs.status("leftSnapshot=7&" + sides)).isEqualTo(404);
    }
}

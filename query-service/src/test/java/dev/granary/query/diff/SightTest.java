package dev.granary.query.diff;

import static dev.granary.query.diff.TestDiffs.columns;
import static dev.granary.query.diff.TestDiffs.fileStream;
import static dev.granary.query.diff.TestDiffs.notCompared;
import static dev.granary.query.diff.TestDiffs.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import dev.granary.query.TestCatalogue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SightTest {

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
    void takesWhatAnOlderGranaryCouldNotTellForNoDifferenceInEitherDirection() {
        int database = diffs.database("upgraded");
        diffs.reopen(
                catalogue.place(database, ObjectKind.TABLE, "dbo", "told_more", fileStream(), null),
                columns("int"),
                "told_more");
        diffs.since2(catalogue.place(database, ObjectKind.ASSEMBLY, null, "listed_now", Map.of(), null));
        diffs.since2(catalogue.place(database, ObjectKind.TABLE, "dbo", "made", columns("int"), null));
        catalogue.snapshot(database, 1);
        catalogue.snapshot(database, 2);
        diffs.toldByThisVersion(database, 2);

        var sides = "left=%1$d&right=%1$d".formatted(database);
        assertThat(words(diffs.diff(sides + "&leftSnapshot=1"))).containsExactly("made added []");
        assertThat(words(diffs.diff(sides + "&rightSnapshot=1"))).containsExactly("made removed []");
        diffs.toldByThisVersion(database, 1);
        assertThat(words(diffs.diff(sides + "&leftSnapshot=1")))
                .containsExactly("listed_now added []", "made added []", "told_more altered [column-option-changed]");
    }

    @Test
    void takesWhatTheOlderOfTwoGranariesCouldNotTellForNoDifferenceOfTheirDatabases() {
        int newer = diffs.tree("told_by_newer", Map.of("told_differently", fileStream()));
        diffs.toldByThisVersion(newer, 1);
        int older = diffs.tree("told_by_older", Map.of("told_differently", columns("int")));

        for (var sides : List.of("left=%d&right=%d", "left=%2$d&right=%1$d")) {
            var diff = diffs.diff(sides.formatted(newer, older));
            assertThat(words(diff)).isEmpty();
            assertThat(diff.path("equal").asBoolean()).isTrue();
        }
    }

    @Test
    void saysWhichPartsItCouldNotCompare() {
        var unknown = new TreeMap<Aspect, PartContent>(columns("int"));
        unknown.put(Aspect.CHECKS, null);
        int left = diffs.tree("known", Map.of("t", columns("int")));
        int right = diffs.tree("unknown", Map.of("t", unknown));

        var diff = diffs.diff("left=%d&right=%d".formatted(left, right));

        assertThat(diff.path("equal").asBoolean()).isTrue();
        assertThat(diff.path("notCompared").toString())
                .isEqualTo("[{\"kind\":\"table\",\"schema\":\"dbo\",\"name\":\"t\",\"part\":\"checks\","
                        + "\"side\":\"right\",\"status\":\"unknown\"}]");
    }

    @Test
    void saysWhichSectionsItCouldNotCompareThoughBothSidesAreEqualByTheirHashes() {
        var unknown = new TreeMap<Aspect, PartContent>(columns("int"));
        unknown.put(Aspect.CHECKS, null);
        int left = diffs.tree("sees_little", Map.of("t", unknown));
        int right = diffs.tree("sees_no_more", Map.of("t", unknown));
        diffs.sections(left, 1, "{'columns':{'status':'complete'},'checks':{'status':'denied','rows':0}}");
        diffs.sections(
                right,
                1,
                "{'checks':{'status':'denied','carriedForward':true},'permissions':{'status':'denied'},'fulltext':{'status':'unsupported'}}");

        var sides = "left=%d&right=%d".formatted(left, right);
        assertThat(diffs.diff(sides).path("equal").asBoolean()).isTrue();
        assertThat(notCompared(diffs.diff(sides)))
                .containsExactly(
                        "left database sees_little checks denied",
                        "right database sees_no_more checks denied",
                        "right database sees_no_more fulltext unsupported");
        assertThat(notCompared(diffs.diff(sides + "&parts=permissions")))
                .containsExactly("right database sees_no_more permissions denied");
        assertThat(notCompared(diffs.diff("left=%1$d&right=%1$d".formatted(left))))
                .hasSize(2);
    }

    @Test
    void takesNoObjectForAddedWhereTheOtherSideCouldNotSeeItsKind() {
        int database = diffs.database("sees_more");
        diffs.since2(catalogue.place(database, ObjectKind.XML_SCHEMA_COLLECTION, "dbo", "seen", Map.of(), null));
        diffs.since2(catalogue.place(database, ObjectKind.DATABASE_ROLE, null, "not_asked_for", Map.of(), null));
        catalogue.snapshot(database, 1);
        catalogue.snapshot(database, 2);
        diffs.toldByThisVersion(database, 1);
        diffs.toldByThisVersion(database, 2);

        var sides = "left=%1$d&right=%1$d".formatted(database);
        diffs.sections(database, 1, "{'xml_schemas':{'status':'denied'},'principals':{'status':'denied'}}");
        for (var earlier : List.of("left", "right")) {
            var diff = diffs.diff(sides + "&%sSnapshot=1".formatted(earlier));
            assertThat(words(diff)).isEmpty();
            assertThat(notCompared(diff))
                    .containsExactly(
                            earlier + " database sees_more xml_schemas denied",
                            earlier + " xml_schema_collection seen object denied");
        }
        diffs.sections(database, 1, "{'xml_schemas':{'status':'denied','carriedForward':true}}");
        assertThat(words(diffs.diff(sides + "&leftSnapshot=1"))).containsExactly("seen added []");
    }
}

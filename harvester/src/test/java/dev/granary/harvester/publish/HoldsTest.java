package dev.granary.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.absence.HoldSelector;
import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.absence.ListedHold;
import dev.granary.harvester.assemble.SectionStatus;
import dev.granary.harvester.assemble.SourceObject;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.model.Aspect;
import dev.granary.model.ModuleText;
import dev.granary.model.ObjectKind;
import dev.granary.registry.NameFilter;
import dev.granary.registry.NamePattern;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldsTest extends HarvestsWithHolds {

    @Test
    void holdsTheRemovalsAloneWhereTheyAreTooMany() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40).andThen(table(99, "fresh", "a", "b")));

        assertThat(events(2)).containsExactly("added source");
        assertThat(outcome(2)).isEqualTo("held too-many-losses");
        assertThat(items()).hasSize(20).contains("t41", "t60");
        assertThat(unconfirmed()).isEqualTo(20);
        assertThat(store.row(
                        "SELECT objects, columns FROM granary.snapshot WHERE database_id = ? AND sequence = 2",
                        database))
                .isEqualTo(Map.of("objects", 61, "columns", 122));
    }

    @Test
    void believesSmallLosses() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 50));

        assertThat(outcome(2)).isEqualTo("published");
        assertThat(events(2)).hasSize(10).containsOnly("removed source");
    }

    @Test
    void neverBelievesThatEverythingIsGone() throws HarvestFailure {
        harvest(tables(1, 3));
        harvest(HarvestsWithHolds::schema);

        assertThat(outcome(2)).isEqualTo("held too-many-losses");
    }

    @Test
    void closesAHoldByItselfWhenTheObjectsAreSeenAgain() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40));
        harvest(tables(1, 60));

        assertThat(holds()).containsExactly("superseded");
        assertThat(unconfirmed()).isZero();
        assertThat(outcome(3)).isEqualTo("unchanged");
    }

    @Test
    void keepsWhatIsHeldHoweverFewItBecomeUntilSomebodyDecides() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40));
        harvest(tables(1, 58));

        assertThat(outcome(3)).isEqualTo("held too-many-losses");
        assertThat(items()).containsExactly("t59", "t60");
    }

    @Test
    void releasesExactlyTheListAsItWasShown() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40));
        harvest(tables(1, 40));
        harvest(tables(1, 39));
        var run = store.lease(database);
        release(run);
        // Between the release and its harvest another one loses two more.
        leave(run, "queued");
        harvest(tables(1, 37));
        leave(run, "leased");
        harvest(run, tables(1, 37));

        assertThat(events(6)).hasSize(21).containsOnly("removed release");
        assertThat(store.list("SELECT state FROM granary.hold WHERE database_id = ? ORDER BY id", database))
                .containsExactly("applied", "open");
        assertThat(items()).containsExactly("t38", "t39");
    }

    @Test
    void doesNotTakeForSeenWhatAPartialReadingOnlyCarriesForward() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40));
        partial = true;
        harvest(sink -> {});

        assertThat(store.count("SELECT count(*) FROM granary.snapshot WHERE database_id = ?", database))
                .as("nothing is different, so nothing is published")
                .isEqualTo(2);
        assertThat(outcome(2)).isEqualTo("held too-many-losses");
        assertThat(items()).hasSize(20);
    }

    @Test
    void rejectsAllOfSeveralHoldsOrNone() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40));
        int hold = Integer.parseInt(store.list("SELECT id::text FROM granary.hold WHERE database_id = ?", database)
                .getFirst());
        var table = new HoldTable(store.dataSource());
        var open = table.matching(new HoldSelector(hold, null, null)).getFirst();
        var decided = new ListedHold(
                -1,
                open.server(),
                open.database(),
                "open",
                open.code(),
                open.reason(),
                open.openedAt(),
                open.updatedAt(),
                1,
                0,
                null);

        assertThat(table.reject(List.of(open, decided), "dba", null)).isFalse();
        assertThat(holds()).containsExactly("open");
        assertThat(table.reject(List.of(open), "dba", "not gone")).isTrue();
        assertThat(holds()).containsExactly("rejected");
    }

    @Test
    void asksNoMoreAboutWhatWasRejectedAndOpensAHoldForWhatIsLostBeyondIt() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40));
        store.update("UPDATE granary.hold SET state = 'rejected' WHERE database_id = ?", database);
        harvest(tables(1, 40));
        assertThat(outcome(3)).isEqualTo("unchanged");
        assertThat(unconfirmed()).isEqualTo(20);

        harvest(tables(1, 20));
        assertThat(outcome(4)).isEqualTo("held too-many-losses");
        assertThat(items()).hasSize(20).contains("t21", "t40");

        harvest(tables(1, 60));
        assertThat(holds()).containsExactly("superseded", "superseded");
    }

    @Test
    void judgesALossByItselfBesideWhatWasRejected() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40));
        store.update("UPDATE granary.hold SET state = 'rejected' WHERE database_id = ?", database);
        harvest(tables(1, 39));

        assertThat(outcome(3)).isEqualTo("published");
        assertThat(events(3)).containsExactly("removed source");
        assertThat(unconfirmed()).isEqualTo(20);
        assertThat(holds()).containsExactly("rejected");
    }

    @Test
    void believesNoAbsenceWhileVIEWDEFINITIONIsLost() throws HarvestFailure {
        harvest(tables(1, 60));
        viewDefinition = false;
        harvest(tables(1, 59));
        harvest(tables(1, 58));
        assertThat(outcome(3)).isEqualTo("held visibility-fell");
        assertThat(items()).containsExactly("t59", "t60");

        viewDefinition = true;
        harvest(tables(1, 59));
        assertThat(outcome(4)).isEqualTo("published");
        assertThat(events(4)).containsExactly("removed source");
        assertThat(holds()).containsExactly("superseded");
    }

    @Test
    void carriesThePartsOfADeniedSectionForwardAndListsThem() throws HarvestFailure {
        harvest(checked());
        checks = section(SectionStatus.DENIED, "229");
        harvest(plain());
        harvest(plain());

        assertThat(outcome(2)).isEqualTo("held visibility-fell");
        assertThat(outcome(3)).isEqualTo("held visibility-fell");
        assertThat(store.count("SELECT count(*) FROM granary.change WHERE database_id = ?", database))
                .isEqualTo(1);
        assertThat(store.list(
                        "SELECT sections #>> '{checks}' FROM granary.snapshot WHERE database_id = ? AND sequence = 3",
                        database))
                .singleElement()
                .asString()
                .contains("\"carriedForward\": true");
        assertThat(store.list(
                        "SELECT system_names FROM granary.placement_current WHERE database_id = ? AND system_names IS NOT NULL",
                        database))
                .containsExactly("{ \"checks/0\" : \"CK__1\" }");
        assertThat(unconfirmed()).isZero();

        checks = section(SectionStatus.COMPLETE, null);
        harvest(checked());
        assertThat(outcome(4)).isEqualTo("unchanged");
        assertThat(holds()).containsExactly("superseded");
    }

    @Test
    void letsPartsBecomeUnknownOnceThatIsReleased() throws HarvestFailure {
        harvest(checked());
        checks = section(SectionStatus.DENIED, "229");
        harvest(plain());
        var run = store.lease(database);
        release(run);
        harvest(run, plain());
        harvest(plain());

        assertThat(holds()).containsExactly("applied");
        assertThat(outcome(4)).isEqualTo("unchanged");
        assertThat(store.count(
                        "SELECT count(*) FROM granary.placement_current c JOIN granary.definition_part p USING (definition_id)"
                                + " WHERE c.database_id = ? AND p.part_id IS NULL",
                        database))
                .isEqualTo(2);
    }

    @Test
    void keepsATextThatIsHiddenNow() throws HarvestFailure {
        var procedure = new SourceObject(owner(9), ObjectKind.PROCEDURE, "dbo", "p", CREATED, CREATED);
        harvest(sink -> {
            schema(sink);
            sink.object(procedure);
            sink.part(
                    owner(9),
                    new ModuleText("CREATE PROCEDURE p AS SELECT 1", false, false, false, false, false, null, false),
                    Map.of());
        });
        harvest(sink -> {
            schema(sink);
            sink.object(procedure);
            sink.unknown(owner(9), Aspect.TEXT);
        });

        assertThat(outcome(2)).isEqualTo("held visibility-fell");
        assertThat(items()).containsExactly("p");
        assertThat(store.count("SELECT count(*) FROM granary.change WHERE database_id = ?", database))
                .isEqualTo(1);
    }

    @Test
    void removesWithoutAHoldWhatANarrowerFilterExplains() throws HarvestFailure {
        harvest(tables(1, 60).andThen(other(60)));
        schemas = new NameFilter(List.of(NamePattern.of("*")), List.of(NamePattern.of("OTHER")));
        harvest(tables(1, 59));

        assertThat(outcome(2)).isEqualTo("published");
        assertThat(events(2)).hasSize(62);
        assertThat(events(2).stream().filter("removed filter"::equals)).hasSize(61);
    }

    @Test
    void holdsWhatAFilterMayExplainWhereNobodyKnowsWhatItWas() throws HarvestFailure {
        harvest(tables(1, 60).andThen(other(3)));
        store.update("UPDATE granary.snapshot SET visibility = visibility - 'schemas' WHERE database_id = ?", database);
        schemas = new NameFilter(List.of(NamePattern.of("dbo")), List.of());
        harvest(tables(1, 60));

        assertThat(outcome(2)).isEqualTo("held filter-changed");
    }

    @Test
    void letsAHeldObjectGoWhenAnotherTakesItsName() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40));
        harvest(tables(2, 40).andThen(table(1, "t60", "a", "b")));

        assertThat(events(3)).containsExactlyInAnyOrder("renamed source", "removed source");
        assertThat(items()).hasSize(19).doesNotContain("t60");
    }
}

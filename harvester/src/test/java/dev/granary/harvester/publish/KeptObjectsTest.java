package dev.granary.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.absence.HoldSelector;
import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.assemble.Owner;
import dev.granary.harvester.assemble.SourceObject;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.model.ObjectKind;
import dev.granary.model.SchemaOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a hold keeps, while other things are published beside it. */
class KeptObjectsTest extends HarvestsWithHolds {

    @Test
    void keepsASchemaUnderTheIdItHadAtItsSource() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 60).andThen(other(60)));
        harvest(tables(1, 60));

        assertThat(outcome(3)).isEqualTo("held too-many-losses");
        assertThat(store.list(
                        "SELECT o.source_id::text FROM granary.placement_current c JOIN granary.object o ON o.id = c.object_id"
                                + " JOIN granary.name n ON n.id = c.name_id WHERE c.database_id = ? AND n.name = 'other'",
                        database))
                .containsExactly("5");
    }

    @Test
    void releasesNoListThatAHarvestWroteAnewAfterItWasSeen() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40));
        var table = new HoldTable(store.dataSource());
        int hold = Integer.parseInt(store.list("SELECT id::text FROM granary.hold WHERE database_id = ?", database)
                .getFirst());
        var seen = table.matching(new HoldSelector(hold, null, null));
        harvest(tables(1, 30));
        var run = store.lease(database).runId();

        assertThat(table.release(seen, run, "dba", null)).isFalse();
        assertThat(table.release(table.matching(new HoldSelector(hold, null, null)), run, "dba", null))
                .isTrue();
    }

    @Test
    void countsTheColumnsOfWhatIsKeptOnceWhereColumnsWereNotRead() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40));
        partial = true;
        harvest(sink -> {
            var later = new Owner(Owner.Space.SCHEMA, 9);
            sink.object(new SourceObject(later, ObjectKind.SCHEMA, null, "later", null, null));
            sink.part(later, new SchemaOptions("dbo"), Map.of());
        });

        assertThat(events(3)).containsExactly("added source");
        assertThat(store.row(
                        "SELECT objects, columns FROM granary.snapshot WHERE database_id = ? AND sequence = 3",
                        database))
                .isEqualTo(Map.of("objects", 60, "columns", 120));
    }
}

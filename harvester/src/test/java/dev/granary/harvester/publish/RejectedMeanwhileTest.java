package dev.granary.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.absence.HoldSelector;
import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.assemble.ContentSink;
import dev.granary.harvester.assemble.SectionStatus;
import dev.granary.harvester.assemble.SourceObject;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Somebody rejects a hold after a harvest has judged what it keeps, and before that harvest publishes. */
class RejectedMeanwhileTest extends HarvestsWithHolds {

    @Test
    void opensNoHoldForWhatIsRejectedByThen() throws Exception {
        harvest(tables(1, 60));
        harvest(tables(1, 40));

        rejectBeforePublishing(tables(1, 40));

        assertThat(holds()).containsExactly("rejected");
        assertThat(unconfirmed()).isEqualTo(20);
        harvest(tables(1, 40));
        assertThat(outcome(4)).isEqualTo("unchanged");
        assertThat(holds()).containsExactly("rejected");
    }

    @Test
    void holdsNoMoreThanWhatIsLostBeyondIt() throws Exception {
        harvest(tables(1, 60));
        harvest(tables(1, 40));

        rejectBeforePublishing(tables(1, 38));

        assertThat(holds()).containsExactly("rejected", "open");
        assertThat(items()).containsExactly("t39", "t40");
    }

    @Test
    void holdsNoPartsThatAreRejectedByThen() throws Exception {
        harvest(checked());
        checks = section(SectionStatus.DENIED, "229");
        harvest(plain());

        rejectBeforePublishing(plain());

        assertThat(holds()).containsExactly("rejected");
    }

    @Test
    void holdsTheOtherPartsOfAnObject() throws Exception {
        harvest(checked());
        checks = section(SectionStatus.DENIED, "229");
        harvest(plain());

        rejectBeforePublishing(sink -> {
            tables(2, 2).accept(sink);
            sink.object(new SourceObject(owner(1), ObjectKind.TABLE, "dbo", "t1", CREATED, CREATED));
            sink.unknown(owner(1), Aspect.COLUMNS);
        });

        assertThat(holds()).containsExactly("rejected", "open");
        assertThat(store.list(
                        "SELECT a.name FROM granary.hold h JOIN granary.hold_item i ON i.hold_id = h.id JOIN granary.aspect a"
                                + " ON a.code = ANY (i.aspects) WHERE h.state = 'open' AND h.database_id = ?",
                        database))
                .containsExactly("columns");
    }

    /** The publication ends its lease first: while another has that row locked, all is judged and nothing is written. */
    private void rejectBeforePublishing(Consumer<ContentSink> source) throws Exception {
        var lease = store.lease(database);
        store.whileOneWaits(
                "SELECT FROM granary.work WHERE run_id = " + lease.runId() + " FOR UPDATE",
                () -> {
                    harvest(lease, source);
                    return null;
                },
                this::reject);
    }

    private void reject() {
        var table = new HoldTable(store.dataSource());
        var hold = Integer.valueOf(
                store.list("SELECT id::text FROM granary.hold WHERE database_id = ? AND state = 'open'", database)
                        .getFirst());
        assertThat(table.reject(table.matching(new HoldSelector(hold, null, null)), "dba", "they are there"))
                .isTrue();
    }
}

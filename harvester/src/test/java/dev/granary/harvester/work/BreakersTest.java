package dev.granary.harvester.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestStore;
import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.sqlserver.SourceCost;
import dev.granary.sqlserver.SourceFailure;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakersTest {

    private static final SourceFailure REFUSED = SourceFailure.of(new SQLException("refused", "08S01", 0));
    private static final int FAILURES = HarvestProperties.DEFAULT.breakerFailures();

    private final TestStore store = TestStore.shared();
    private final WorkTable work = new WorkTable(store.dataSource());
    private final Breakers breakers = new Breakers(store.dataSource(), HarvestProperties.DEFAULT);
    private final Spending spending = new Spending(store.dataSource());
    private final String name = "breaker-" + UUID.randomUUID().toString().substring(0, 8);
    private long run;
    private int server;

    @BeforeEach
    void queueThreeDatabasesOfAServerThatTakesThreeConnections() {
        run = store.owner()
                .sql("INSERT INTO granary.run (kind, mode, process) VALUES ('harvest', 'full', 'test') RETURNING id")
                .query(Long.class)
                .single();
        for (var database : new String[] {"Orders", "Pay", "Stock"}) {
            work.enqueue(run, List.of(store.database(name, database)));
        }
        server = store.owner()
                .sql(
                        "UPDATE granary.server SET settings = '{\"limits\": {\"connections\": 3}}' WHERE name = ? RETURNING id")
                .param(name)
                .query(Integer.class)
                .single();
    }

    @Test
    void leavesAServerAloneOnlyAfterSeveralFailuresInARow() {
        fail(FAILURES - 1);
        var lease = work.lease(run, "a").orElseThrow();
        spending.spent(lease, SourceCost.NONE, server);
        work.release(lease);
        fail(FAILURES - 1);
        assertThat(work.lease(run, "a")).as("it has answered in between").isPresent();

        fail(1);

        assertThat(work.lease(run, "b")).as("it rests").isEmpty();
    }

    @Test
    void letsOneTryAfterTheRestAndAllWhereThatOneIsAnswered() {
        fail(FAILURES);
        endRest();

        var probe = work.lease(run, "a").orElseThrow();
        assertThat(work.lease(run, "b")).as("one at a time").isEmpty();
        spending.spent(probe, SourceCost.NONE, server);

        assertThat(work.lease(run, "b")).isPresent();
        assertThat(work.lease(run, "c")).isPresent();
        assertThat(store.count("SELECT count(*) FROM granary.server_breaker WHERE server_id = ?", server))
                .isZero();
    }

    @Test
    void leavesItAloneAgainAndForLongerWhereTheOneIsNotAnswered() {
        fail(FAILURES);
        assertThat(rest()).isEqualTo("1 rests, 30 s");
        endRest();
        var probe = work.lease(run, "a").orElseThrow();

        fail(1);
        work.release(probe);

        assertThat(rest()).isEqualTo("2 rests, 60 s");
        assertThat(work.lease(run, "b")).isEmpty();
    }

    @Test
    void givesUpWhatARunHasQueuedOfAServerThatDoesNotAnswerAfterSeveralRests() {
        fail(FAILURES);
        for (int rests = 1; rests <= Breakers.MOST_RESTS; rests++) {
            assertThat(work.hasOpen(run)).isTrue();
            endRest();
            fail(1);
        }

        assertThat(work.hasOpen(run)).isFalse();
        assertThat(store.count(
                        "SELECT count(*) FROM granary.work WHERE server_id = ? AND outcome = 'failed' AND reason LIKE 'The server did not answer, nor after%'",
                        server))
                .isEqualTo(3);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breakers.failed(run, server, name, REFUSED);
        }
    }

    private void endRest() {
        store.update(
                "UPDATE granary.server_breaker SET rest_until = now() - interval '1 second' WHERE server_id = ?",
                server);
    }

    /** To ten seconds, for what it takes to ask. */
    private String rest() {
        return store.list(
                        "SELECT rests || ' rests, ' || round(extract(epoch FROM rest_until - now()) / 10) * 10 || ' s'"
                                + " FROM granary.server_breaker WHERE server_id = ?",
                        server)
                .getFirst();
    }
}

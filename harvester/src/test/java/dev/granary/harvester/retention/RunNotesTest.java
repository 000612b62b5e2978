package dev.granary.harvester.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestStore;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs noted of databases and servers, and what retention leaves of it. */
class RunNotesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final TestStore store = TestStore.forHarvests();

    @Test
    void forgetsWhatOldRunsNotedOfDatabasesAndServersAndKeepsTheRuns() {
        int database = store.database("srv", "noted");
        for (var ended : List.of("2026-11-20T02:00:00Z", "2026-11-22T02:00:00Z")) {
            note(database, ended, "full", "unchanged", 1);
        }

        var report = retention(policy(1)).run();

        assertThat(report.workRows()).isEqualTo(1);
        for (var table : List.of("work", "run_server")) {
            assertThat(store.owner()
                            .sql(
                                    "SELECT r.ended_at::date::text FROM granary.%s AS n JOIN granary.run AS r ON r.id = n.run_id"
                                            .formatted(table))
                            .query(String.class)
                            .list())
                    .as(table)
                    .containsExactly("2026-11-22");
        }
        assertThat(store.owner()
                        .sql("SELECT count(*) FROM granary.run")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void goesOnWithTheRestWhilePublishersKeepTheCollectorOut() throws SQLException {
        note(store.database("srv", "noted"), "2026-11-20T02:00:00Z", "full", "published", 1);
        RetentionReport report;
        try (var publisher = store.dataSource().getConnection();
                var statement = publisher.createStatement()) {
            statement.execute("SELECT pg_advisory_lock_shared(hashtextextended('granary.garbage', 0))");
            try {
                report = retention(policy(1)).run();
            } finally {
                statement.execute("SELECT pg_advisory_unlock_shared(hashtextextended('granary.garbage', 0))");
            }
        }

        assertThat(report.interrupted()).isTrue();
        assertThat(report.workRows()).isEqualTo(1);
        assertThat(retention(policy(1)).run().interrupted()).isFalse();
    }

    @Test
    void forgetsSoonerWhatIncrementalRunsDidNotHaveToRead() {
        int database = store.database("srv", "noted");
        var old = "2026-11-20T02:00:00Z";
        note(database, old, "incremental", "unchanged", 0);
        note(database, old, "incremental", "unchanged", 1);
        note(database, old, "incremental", "published", 1);
        note(database, old, "full", "unchanged", 0);
        note(database, "2026-11-22T02:00:00Z", "incremental", "unchanged", 0);
        assertThat(retention(policy(90)).run().workRows()).isEqualTo(1);
        assertThat(store.owner()
                        .sql("SELECT count(*) FROM granary.work WHERE run_id = (SELECT min(id) FROM granary.run)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void deletesWhatRunsNotedInBatchesToTheLast() {
        int database = store.database("srv", "noted");
        store.owner().sql("""
                        WITH run AS (
                            INSERT INTO granary.run (kind, mode, status, process, ended_at)
                            SELECT 'harvest', 'full', 'done', 'test', TIMESTAMPTZ '2026-11-20 02:00Z'
                              FROM generate_series(1, 20001) RETURNING id)
                        INSERT INTO granary.work (run_id, database_id, state, outcome)
                        SELECT id, :database, 'done', 'published' FROM run""").param("database", database).update();

        assertThat(retention(policy(1)).run().workRows()).isEqualTo(20_001);
        assertThat(store.count("SELECT count(*) FROM granary.work WHERE database_id = ?", database))
                .isZero();
    }

    private void note(int database, String ended, String mode, String outcome, int attempts) {
        store.owner()
                .sql("""
                        WITH run AS (
                            INSERT INTO granary.run (kind, mode, status, process, ended_at)
                            VALUES ('harvest', :mode, 'done', 'test', CAST(:ended AS timestamptz)) RETURNING id),
                        work AS (
                            INSERT INTO granary.work (run_id, database_id, state, outcome, attempts)
                            SELECT id, :database, 'done', :outcome, :attempts FROM run)
                        INSERT INTO granary.run_server (run_id, server_id)
                        SELECT run.id, d.server_id FROM run, granary.database AS d WHERE d.id = :database""")
                .param("ended", ended)
                .param("mode", mode)
                .param("outcome", outcome)
                .param("attempts", attempts)
                .param("database", database)
                .update();
    }

    private Retention retention(RetentionPolicy policy) {
        return new Retention(store.dataSource(), policy, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Nothing else is kept; what need not have been read, for a day. */
    private static RetentionPolicy policy(int daysOfRuns) {
        return new RetentionPolicy(
                Period.ZERO,
                Period.ZERO,
                Period.ZERO,
                Period.ZERO,
                Duration.ZERO,
                Period.ofMonths(3),
                Period.ofDays(daysOfRuns),
                Period.ofDays(1));
    }
}

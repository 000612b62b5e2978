package dev.granary.harvester.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.harvester.TestStore;
import dev.granary.harvester.assemble.ContentSink;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Owner;
import dev.granary.harvester.assemble.SourceObject;
import dev.granary.harvester.publish.StoredHarvest;
import dev.granary.harvester.source.Transience;
import dev.granary.harvester.warm.Warmer;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.model.AliasType;
import dev.granary.model.ObjectKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final RetentionPolicy NOTHING_IS_KEPT = policy(Period.ZERO, Period.ZERO, Period.ZERO, Period.ZERO);

    private static final Warmer WARMER = new Warmer(TestStore.noRedis());

    private final TestStore store = TestStore.forHarvests();

    @Test
    void keepsTheLastOfEachDayWeekAndMonthForAsLongAsThePolicySays() throws HarvestFailure {
        int database = store.database("srv", "thinned");
        var times = List.of(
                "2026-06-29T02:00:00Z", // 1: its month is followed by 2
                "2026-06-30T02:00:00Z", // 2: last of June
                "2026-09-02T02:00:00Z", // 3: in no rule any more but the month's, which 4 ends
                "2026-09-30T02:00:00Z", // 4: last of September
                "2026-11-03T02:00:00Z", // 5: last of its week
                "2026-11-19T02:00:00Z", // 6: followed by 7 on the same day
                "2026-11-19T14:00:00Z", // 7: last of its day
                "2026-11-21T02:00:00Z", // 8: followed by 9 on the same day, but young
                "2026-11-21T23:00:00Z", // 9
                "2026-11-22T02:00:00Z"); // 10: the latest
        harvest(database, times);
        var before = states(database);

        var report = retention(policy(Period.ofDays(2), Period.ofDays(7), Period.ofDays(30), Period.ofYears(1)))
                .run();

        assertThat(kept(database)).containsExactly(2, 4, 5, 7, 8, 9, 10);
        assertThat(report.snapshots()).isEqualTo(3);
        assertThat(report.placements()).isEqualTo(3);
        var after = states(database);
        assertThat(kept(database))
                .allSatisfy(sequence -> assertThat(after.get(sequence - 1)).isEqualTo(before.get(sequence - 1)));
        assertThat(after.getFirst()).isNotEqualTo(before.getFirst());
    }

    @Test
    void saysBeforehandWhatWouldGoAndTouchesNothing() throws HarvestFailure {
        int database = store.database("srv", "rehearsed");
        harvest(database, List.of("2026-01-01T02:00:00Z", "2026-01-02T02:00:00Z", "2026-01-03T02:00:00Z"));
        var retention = retention(NOTHING_IS_KEPT);
        var before = states(database);

        var rehearsed = retention.dryRun();

        assertThat(states(database)).isEqualTo(before);
        assertThat(kept(database)).containsExactly(1, 2, 3);
        var done = retention.run();
        assertThat(rehearsed.dryRun()).isTrue();
        assertThat(List.of(rehearsed.snapshots(), rehearsed.placements()))
                .isEqualTo(List.of(done.snapshots(), done.placements()))
                .isEqualTo(List.of(2L, 2L));
    }

    @Test
    void collectsContentOnlyAfterTheGracePeriodAndOnlyWhatIsStillUnreferenced() throws HarvestFailure {
        int database = store.database("srv", "collected");
        harvest(database, List.of("2026-01-01T02:00:00Z", "2026-01-02T02:00:00Z", "2026-01-03T02:00:00Z"));
        var patient = new RetentionPolicy(
                Period.ZERO,
                Period.ZERO,
                Period.ZERO,
                Period.ZERO,
                Duration.ofDays(7),
                Period.ofMonths(3),
                Period.ZERO,
                Period.ZERO);

        assertThat(retention(patient).run())
                .satisfies(first -> assertThat(List.of(first.definitions(), first.parts(), first.treeNodes()))
                        .containsOnly(0L));
        harvestOne(database, type(1)); // what the first snapshot had comes back
        var collected = after(patient, Duration.ofDays(8)).run();
        var later = after(patient, Duration.ofDays(16)).run();

        assertThat(collected.definitions()).isEqualTo(1);
        assertThat(collected.parts()).as("a definition had it until now").isZero();
        assertThat(later.parts()).isEqualTo(1);
        assertThat(collected.treeNodes()).isPositive();
        assertThat(collected.interrupted()).isFalse();
        assertNothingIsLost();
    }

    @Test
    void leavesTagsAndNotesAlsoThoseOfAnObjectOfWhichNothingElseIsLeft() throws HarvestFailure {
        int database = store.database("srv", "annotated");
        harvestOne(database, sink -> {
            put(sink, 1, 1);
            put(sink, 2, 1);
        });
        for (var annotation : List.of("tag (object_id, tag, tagged_by)", "note (object_id, text, written_by)")) {
            store.owner()
                    .sql("INSERT INTO granary.object_" + annotation
                            + " SELECT id, 'pii', 'test' FROM granary.object WHERE database_id = ?")
                    .param(database)
                    .update();
        }
        harvestOne(database, sink -> put(sink, 2, 1));
        harvestOne(database, sink -> put(sink, 2, 2));

        var report = after(NOTHING_IS_KEPT, Duration.ofDays(1)).run();

        assertThat(report.placements()).isPositive();
        assertThat(store.owner().sql("""
                                SELECT t.tag || ' ' || n.text || ' '
                                       || (SELECT count(*) FROM granary.placement_current AS p WHERE p.object_id = o.id) || ' '
                                       || (SELECT count(*) FROM granary.placement_closed AS p WHERE p.object_id = o.id)
                                  FROM granary.object AS o
                                  JOIN granary.object_tag AS t ON t.object_id = o.id
                                  JOIN granary.object_note AS n ON n.object_id = o.id
                                 WHERE o.database_id = ?
                                 ORDER BY o.id""").param(database).query(String.class).list())
                .containsExactly("pii pii 0 0", "pii pii 1 0");
        assertNothingIsLost();
    }

    @Test
    void losesNothingWhileEightPublishersAndTheCollectorWorkOnOneTemplate()
            throws InterruptedException, ExecutionException {
        var databases = new ArrayList<Integer>();
        for (int publisher = 0; publisher < 8; publisher++) {
            databases.add(store.database("srv", "tenant_" + publisher));
        }
        long deadlocks = deadlocks();
        var through = new AtomicBoolean();
        long collected = 0;
        try (var sessions = store.sessions("publishers", databases.size() + 1);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var retention =
                    new Retention(sessions, NOTHING_IS_KEPT, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));
            var publishers = new ArrayList<Future<Void>>();
            for (int database : databases) {
                publishers.add(threads.submit(publishing(sessions, database)));
            }
            var collector = threads.submit(() -> {
                long parts = 0;
                while (!through.get()) {
                    parts += retention.run().parts();
                }
                return parts;
            });
            try {
                for (var publisher : publishers) {
                    publisher.get();
                }
            } finally {
                through.set(true);
            }
            collected = collector.get();
        }

        assertThat(collected).isPositive();
        store.awaitEnd("publishers");
        assertThat(deadlocks()).isEqualTo(deadlocks);
        assertNothingIsLost();
        for (int database : databases) {
            assertThat(store.count("SELECT count(*) FROM granary.snapshot WHERE database_id = ?", database))
                    .isEqualTo(12);
            assertThat(store.list(
                            "SELECT p.body FROM granary.placement_current AS c"
                                    + " JOIN granary.definition_part AS d ON d.definition_id = c.definition_id"
                                    + " JOIN granary.part AS p ON p.id = d.part_id WHERE c.database_id = ? ORDER BY p.body",
                            database))
                    .containsExactlyElementsOf(bodies(11));
        }
    }

    @Test
    void dropsMonthsOfMeasuresAndNeverTheLastTwo() {
        store.owner()
                .sql(
                        "CREATE TABLE granary.measure_2020_01 PARTITION OF granary.measure FOR VALUES FROM ('2020-01-01Z') TO ('2020-02-01Z')")
                .update();

        assertThat(retention(NOTHING_IS_KEPT).dryRun().measures()).containsExactly("measure_2020_01");
        assertThat(retention(NOTHING_IS_KEPT).run().measures()).containsExactly("measure_2020_01");
        assertThat(retention(NOTHING_IS_KEPT).run().measures()).isEmpty();
        assertThatThrownBy(() -> new RetentionPolicy(
                        Period.ZERO,
                        Period.ZERO,
                        Period.ZERO,
                        Period.ZERO,
                        Duration.ZERO,
                        Period.ofDays(40),
                        Period.ZERO,
                        Period.ZERO))
                .hasMessageContaining("granary.retention.measures is whole months");
    }

    /** So many the store has met; a session tells of its own when it ends, at the latest. */
    private long deadlocks() {
        return store.owner()
                .sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                .query(Long.class)
                .single();
    }

    /** Only what the collector took from under a publisher is read again: nothing else may get in its way. */
    private Callable<Void> publishing(DataSource sessions, int database) {
        return () -> {
            for (int round = 0; round < 12; round++) {
                boolean published = false;
                while (!published) {
                    try {
                        harvestOne(sessions, database, types(round));
                        published = true;
                    } catch (HarvestFailure collision) {
                        if (!collision.code().equals("collected")) {
                            throw collision;
                        }
                        assertThat(Transience.isTransient(collision)).isTrue();
                        store.update(
                                "UPDATE granary.work SET state = 'done', outcome = 'failed' WHERE database_id = ? AND state = 'leased'",
                                database);
                    }
                }
            }
            return null;
        };
    }

    /** Some content of every round comes back in a later one: what was unreferenced is referenced again. */
    private static Consumer<ContentSink> types(int round) {
        return sink -> {
            for (int type = 1; type <= 20; type++) {
                put(sink, type, length(round, type));
            }
        };
    }

    private static int length(int round, int type) {
        return round % 3 * 100 + (round % 2 == 0 ? type : round * 20 + type);
    }

    private static List<String> bodies(int round) {
        var bodies = new ArrayList<String>();
        for (int type = 1; type <= 20; type++) {
            bodies.add("{\"nullable\":true,\"type\":\"varchar(%d)\"}".formatted(length(round, type)));
        }
        bodies.sort(null);
        return bodies;
    }

    private static Consumer<ContentSink> type(int length) {
        return sink -> put(sink, 1, length);
    }

    private static void put(ContentSink sink, int id, int length) {
        var type = new Owner(Owner.Space.TYPE, id);
        sink.object(new SourceObject(type, ObjectKind.ALIAS_TYPE, "dbo", "type_" + id, null, null));
        sink.part(type, new AliasType("varchar(%d)".formatted(length), true), Map.of());
    }

    /** Every harvest finds the type longer, and its snapshot is put at the time given. */
    private void harvest(int database, List<String> times) throws HarvestFailure {
        int sequence = 0;
        for (var time : times) {
            harvestOne(database, type(++sequence));
            store.owner()
                    .sql("UPDATE granary.snapshot SET read_from = :time, read_to = :time WHERE database_id = :database"
                            + " AND sequence = :sequence")
                    .param("time", Timestamp.from(Instant.parse(time)))
                    .param("database", database)
                    .param("sequence", sequence)
                    .update();
        }
    }

    private void harvestOne(int database, Consumer<ContentSink> source) throws HarvestFailure {
        harvestOne(store.dataSource(), database, source);
    }

    private void harvestOne(DataSource sessions, int database, Consumer<ContentSink> source) throws HarvestFailure {
        new StoredHarvest(
                        sessions,
                        (lease, sink) -> {
                            var from = Instant.now();
                            source.accept(sink);
                            return new DatabaseReading(from, Instant.now(), List.of(), true, 0);
                        },
                        WARMER)
                .harvest(store.lease(database));
    }

    private List<Integer> kept(int database) {
        return store.owner()
                .sql(
                        "SELECT sequence FROM granary.snapshot WHERE database_id = ? AND thinned_at IS NULL ORDER BY sequence")
                .param(database)
                .query(Integer.class)
                .list();
    }

    /** What each snapshot contains, by sequence. */
    private List<String> states(int database) {
        return store.list("""
                SELECT coalesce(string_agg(p.object_id || ':' || p.definition_id, ',' ORDER BY p.object_id), '')
                  FROM granary.snapshot AS s
                  LEFT JOIN (SELECT database_id, object_id, definition_id, from_sequence, 2147483647 AS to_sequence
                               FROM granary.placement_current
                             UNION ALL
                             SELECT database_id, object_id, definition_id, from_sequence, to_sequence
                               FROM granary.placement_closed) AS p
                    ON p.database_id = s.database_id AND s.sequence >= p.from_sequence AND s.sequence < p.to_sequence
                 WHERE s.database_id = ?
                 GROUP BY s.sequence
                 ORDER BY s.sequence""", database);
    }

    private void assertNothingIsLost() {
        assertThat(store.owner().sql("""
                                SELECT (SELECT count(*) FROM granary.definition_part AS d
                                         WHERE d.part_id IS NOT NULL AND NOT EXISTS (SELECT FROM granary.part AS p WHERE p.id = d.part_id))
                                     + (SELECT count(*) FROM granary.placement_current AS c
                                         WHERE NOT EXISTS (SELECT FROM granary.definition_part AS d WHERE d.definition_id = c.definition_id))
                                     + (SELECT count(*) FROM granary.snapshot AS s
                                         WHERE s.thinned_at IS NULL AND NOT EXISTS (SELECT FROM granary.tree_node AS n WHERE n.hash = s.tree_hash))
                                """).query(Long.class).single()).isZero();
        assertThat(store.owner()
                        .sql("SELECT count(*) FROM granary.definition_part WHERE part_id IS NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Retention after(RetentionPolicy policy, Duration time) {
        return new Retention(
                store.dataSource(), policy, Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC));
    }

    private Retention retention(RetentionPolicy policy) {
        return new Retention(store.dataSource(), policy, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static RetentionPolicy policy(Period all, Period daily, Period weekly, Period monthly) {
        return new RetentionPolicy(
                all, daily, weekly, monthly, Duration.ZERO, Period.ofMonths(3), Period.ofDays(1), Period.ofDays(1));
    }
}

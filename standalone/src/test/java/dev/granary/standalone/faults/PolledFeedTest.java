package dev.granary.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The feed of changes over HTTP, while real harvests publish. */
class PolledFeedTest {

    /** Each on a server of its own. */
    private static final int DATABASES = 8;

    @TempDir
    private Path folder;

    private final List<Source> sources = new ArrayList<>();

    /** By their numbers: sessions that keep a database's publication from its end. */
    private final Map<Long, Connection> holders = new HashMap<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean through = new AtomicBoolean();
    private final AtomicInteger polls = new AtomicInteger();
    private Canary canary;
    private Granary granary;

    @BeforeEach
    void makeDatabases() throws IOException, SQLException {
        canary = Canary.listening();
        granary = Granary.start(folder, canary);
        for (int number = 0; number < DATABASES; number++) {
            sources.add(Source.start("s" + number, "d" + number));
        }
        sources.getFirst().create("leaving");
        sources.getFirst().create("staying");
        granary.register(sources.stream().map(Source::entry).toArray(Source.Entry[]::new));
    }

    @AfterEach
    void stop() throws IOException, SQLException {
        for (var holder : holders.values()) {
            holder.close();
        }
        through.set(true);
        threads.close();
        sources.forEach(Source::close);
        granary.close();
        canary.close();
    }

    @Test
    void showsAReaderEveryEventOnceOfEightPublicationsThatEndInReverseOrder() throws Exception {
        var reader = threads.submit(this::readToTheEnd);
        harvest();
        var created = change();

        holdDigests();
        var harvest = threads.submit(this::harvest);
        for (var holder : latestFirst()) {
            long published = published();
            holder.close();
            awaitThat(() -> published() == published + 1);
            // One poll may have been under way.
            int polled = polls.get();
            awaitThat(() -> polls.get() > polled + 1);
        }
        harvest.get();
        through.set(true);

        var read = reader.get();
        assertThat(read).extracting(item -> item.path("position").asString()).doesNotHaveDuplicates();
        assertThat(read).extracting(PolledFeedTest::told).containsExactlyInAnyOrderElementsOf(written());
        assertThat(read)
                .filteredOn(item -> item.path("event").asString().equals("added"))
                .extracting(item -> item.path("name").asString())
                .containsExactlyInAnyOrderElementsOf(created);
        assertThat(read)
                .extracting(item -> item.path("event").asString())
                .filteredOn(event -> event.startsWith("database-"))
                .hasSize(DATABASES + 4)
                .containsOnlyOnce("database-renamed", "database-removed");
    }

    /** Until nothing more is to come, in small pages; counts how often it has asked. */
    private List<JsonNode> readToTheEnd() {
        var read = new ArrayList<JsonNode>();
        var after = "";
        while (true) {
            boolean last = through.get();
            var page = granary.rest().get("/api/v1/changes?limit=7" + after);
            page.path("items").forEach(read::add);
            after = "&after=" + page.path("next").asString();
            polls.incrementAndGet();
            if (last && page.path("items").isEmpty()) {
                return read;
            }
        }
    }

    private Granary.Ended harvest() {
        var ended = granary.run(Map.of("granary.harvest.workers", Integer.toString(DATABASES)), "harvest", "--json");
        assertThat(ended.code()).as(ended.toString()).isZero();
        return ended;
    }

    /** Adds tables, to each database more than to the one before, and returns their names; one database goes, one is renamed. */
    private List<String> change() {
        var created = new ArrayList<String>();
        for (int database = 0; database < DATABASES; database++) {
            for (int table = 0; table < 2 + 3 * database; table++) {
                var name = "fresh_%d_%d".formatted(database, table);
                sources.get(database).runIn("d" + database, "CREATE TABLE dbo.%s (id int)".formatted(name));
                created.add(name);
            }
        }
        sources.getFirst().run("DROP DATABASE leaving");
        sources.getFirst().run("ALTER DATABASE staying MODIFY NAME = stayed");
        return created;
    }

    /** Whoever publishes one of the eight databases waits at the end, when its events are written. */
    private void holdDigests() throws SQLException {
        for (int database = 0; database < DATABASES; database++) {
            var holder = granary.ownerConnection();
            holder.setAutoCommit(false);
            try (var statement = holder.createStatement();
                    var row = statement.executeQuery("SELECT pg_backend_pid() FROM granary.digest AS g"
                            + " JOIN granary.database AS d ON d.id = g.database_id WHERE d.name = 'd%d' FOR UPDATE OF g"
                                    .formatted(database))) {
                assertThat(row.next()).isTrue();
                holders.put(row.getLong(1), holder);
            }
        }
    }

    /** Once all eight publications wait: whom to let go first so that the transaction which began last ends first. */
    private List<Connection> latestFirst() throws InterruptedException {
        awaitThat(() -> waitedFor().size() == DATABASES);
        var order = waitedFor();
        assertThat(order).containsExactlyInAnyOrderElementsOf(holders.keySet());
        return order.stream().map(holders::get).toList();
    }

    /** The sessions for which the open publications wait, that of the latest transaction first. */
    private List<Long> waitedFor() {
        return granary.storeOfSuperuser().sql("""
                        SELECT (pg_blocking_pids(a.pid))[1]
                          FROM pg_stat_activity AS a
                         WHERE a.usename = 'granary_harvester' AND a.wait_event_type = 'Lock' AND a.query LIKE '%INTO granary.digest%'
                         ORDER BY a.backend_xid::text::bigint DESC
                        """).query(Long.class).list();
    }

    private long published() {
        return granary.store()
                .sql("SELECT count(*) FROM granary.snapshot AS s JOIN granary.database AS d ON d.id = s.database_id"
                        + " WHERE s.sequence = 2 AND d.name LIKE 'd%'")
                .query(Long.class)
                .single();
    }

    /** All events that there are. */
    private List<String> written() {
        return granary.store()
                .sql(
                        "SELECT concat_ws(' ', event, object_id, sequence, coalesce(detail ->> 'name', '')) FROM granary.change")
                .query(String.class)
                .list();
    }

    private static String told(JsonNode item) {
        var object = item.path("objectId").isNull() ? "" : item.path("objectId").asInt() + " ";
        return "%s %s%d %s"
                .formatted(
                        item.path("event").asString(),
                        object,
                        item.path("snapshot").asInt(),
                        item.path("name").asString(""));
    }

    private void awaitThat(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come to that: " + atWork());
            }
            Thread.sleep(10);
        }
    }

    private List<String> atWork() {
        return granary.storeOfSuperuser()
                .sql(
                        "SELECT concat_ws(' ', pid, backend_xid, state, wait_event, pg_blocking_pids(pid), query) FROM pg_stat_activity"
                                + " WHERE usename = 'granary_harvester' UNION ALL SELECT concat_ws(' ', database_id, state, outcome, code) FROM granary.work")
                .query(String.class)
                .list();
    }
}

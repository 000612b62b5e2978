package dev.granary.harvester.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over the real driver, into a real store. */
class DatabaseMeasuringTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String SERIES = """
            SELECT n.name || '/' || m.index_id || ' ' || m.rows || ' ' || coalesce(m.reserved_bytes::text, '-') || ' '
                   || coalesce(m.used_bytes::text, '-')
              FROM granary.measure AS m
              JOIN granary.placement_current AS p ON p.object_id = m.object_id
              JOIN granary.name AS n ON n.id = p.name_id
             WHERE p.database_id = ?
             ORDER BY n.name, m.index_id, m.measured_at""";
    private static final String CURRENT = """
            SELECT n.name || '/' || m.index_id || ' ' || m.rows || ' ' || coalesce(m.index_name, '-')
              FROM granary.measure_current AS m
              JOIN granary.placement_current AS p ON p.object_id = m.object_id
              JOIN granary.name AS n ON n.id = p.name_id
             WHERE p.database_id = ?
             ORDER BY n.name, m.index_id""";
    private static final String FARED = """
            SELECT status || ' ' || coalesce(indexes::text, '-') || ' ' || coalesce(code, '-') FROM granary.measurement
             WHERE database_id = ?""";

    private final TestStore store = TestStore.shared();
    private final SizedEngine engine = new SizedEngine();
    private final EmulatorServer server = EmulatorServer.builder(engine).start();
    private final int database = store.database("sized", "sized_" + DATABASES.incrementAndGet());
    private final DatabaseMeasuring measuring = new DatabaseMeasuring(store.dataSource());
    private Connection source;

    @BeforeEach
    void placeTwoTablesAndAProcedure() throws SQLException {
        source = DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:" + server.port() + ";encrypt=false;user=sa;password=x");
        place(1, 100, "orders");
        place(1, 200, "stock");
        place(3, 300, "total");
        engine.size(100, 1, 10, 16384, 8192)
                .size(100, 2, 10, 8192, 8192)
                .size(200, 0, 0, 0, 0)
                .size(999, 0, 5, 8192, 8192);
    }

    @AfterEach
    void stop() throws SQLException {
        source.close();
        server.close();
    }

    @Test
    void storesTheSizeOfEachIndexAndOfEachTableAsAWhole() throws SourceRefusal {
        var measurement = measure();

        assertThat(measurement.status()).isEqualTo(Measurement.Status.COMPLETE);
        assertThat(measurement.indexes()).isEqualTo(5);
        assertThat(store.list(SERIES, database))
                .containsExactly(
                        "orders/-1 10 24576 16384",
                        "orders/1 10 16384 8192",
                        "orders/2 10 8192 8192",
                        "stock/-1 0 0 0",
                        "stock/0 0 0 0");
        assertThat(store.list(CURRENT, database))
                .containsExactly(
                        "orders/-1 10 -", "orders/1 10 ix_1", "orders/2 10 ix_2", "stock/-1 0 -", "stock/0 0 -");
        assertThat(store.list(FARED, database)).containsExactly("complete 5 -");
    }

    @Test
    void storesNothingOfWhatDidNotChange() throws SourceRefusal {
        measure();
        engine.size(100, 1, 11, 16384, 8192);
        measure();
        measure();

        assertThat(store.list(SERIES, database))
                .containsExactly(
                        "orders/-1 10 24576 16384",
                        "orders/-1 11 24576 16384",
                        "orders/1 10 16384 8192",
                        "orders/1 11 16384 8192",
                        "orders/2 10 8192 8192",
                        "stock/-1 0 0 0",
                        "stock/0 0 0 0");
    }

    @Test
    void keepsTheSeriesOfAnIndexThatIsGoneAndForgetsItsPresentSize() throws SourceRefusal {
        measure();
        engine.without(100, 2);
        measure();

        assertThat(store.list(CURRENT, database))
                .doesNotContain("orders/2 10 ix_2")
                .contains("orders/-1 10 -");
        assertThat(store.list(SERIES, database)).contains("orders/2 10 8192 8192", "orders/-1 10 16384 8192");
    }

    @Test
    void asksAnotherWayWhereTheViewOfStatisticsIsDenied() throws SourceRefusal {
        engine.refuse("dm_db_partition_stats", 262);

        assertThat(measure().status()).isEqualTo(Measurement.Status.COMPLETE);
        assertThat(store.list(SERIES, database)).contains("orders/-1 10 24576 16384");
    }

    @Test
    void storesRowsAloneAndSaysWhyWhereNoPagesAreTold() throws SourceRefusal {
        engine.refuse("dm_db_partition_stats", 300).refuse("sys.allocation_units", 208);

        var measurement = measure();

        assertThat(measurement.status()).isEqualTo(Measurement.Status.ROWS_ONLY);
        assertThat(measurement.reason()).isNotBlank();
        assertThat(store.list(SERIES, database)).contains("orders/-1 10 - -", "orders/1 10 - -");
        assertThat(store.list(FARED, database)).containsExactly("rows_only 5 300");
    }

    @Test
    void keepsWhatWasMeasuredWhereNothingIsTold() throws SourceRefusal {
        measure();
        engine.refuse("dm_db_partition_stats", 262).refuse("sys.partitions", 229);

        assertThatExceptionOfType(SourceRefusal.class).isThrownBy(this::measure);

        assertThat(store.list(FARED, database)).containsExactly("denied - 262");
        assertThat(store.list(CURRENT, database)).hasSize(5);
    }

    @Test
    void writesNothingOfAReadingThatBreaksOff() throws SourceRefusal {
        measure();
        engine.size(100, 1, 99, 0, 0).failAfter(2);

        assertThatExceptionOfType(SourceRefusal.class).isThrownBy(this::measure);

        assertThat(store.list(CURRENT, database)).contains("orders/1 10 ix_1");
    }

    @Test
    void makesThePartitionsOfThisMonthAndTheNext() throws SourceRefusal {
        measure();

        assertThat(store.owner()
                        .sql("SELECT count(*) FROM pg_inherits WHERE inhparent = 'granary.measure'::regclass")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(store.owner()
                        .sql(
                                "SELECT DISTINCT tableoid::regclass = ('granary.measure_' || to_char(measured_at AT TIME ZONE 'UTC', 'YYYY_MM'))::regclass"
                                        + " FROM granary.measure")
                        .query(Boolean.class)
                        .list())
                .isEqualTo(List.of(true));
    }

    private Measurement measure() throws SourceRefusal {
        return measuring.measure(source, "sized", "db", database);
    }

    private void place(int kind, int sourceId, String name) {
        store.owner()
                .sql("""
                        WITH s AS (INSERT INTO granary.name (name, fold) VALUES ('dbo', 'dbo')
                                   ON CONFLICT (name) DO UPDATE SET fold = excluded.fold RETURNING id),
                        n AS (INSERT INTO granary.name (name, fold) VALUES (:name, :name)
                              ON CONFLICT (name) DO UPDATE SET fold = excluded.fold RETURNING id),
                        d AS (INSERT INTO granary.definition (kind, format, hash, structure_hash)
                              VALUES (:kind, 1, sha256(CAST(:unique AS bytea)), sha256('')) RETURNING id),
                        o AS (INSERT INTO granary.object (database_id, kind, source_id) VALUES (:database, :kind, :source)
                              RETURNING id)
                        INSERT INTO granary.placement_current (object_id, database_id, schema_name_id, name_id, kind,
                            definition_id, from_sequence)
                        SELECT o.id, :database, s.id, n.id, :kind, d.id, 1 FROM s, n, d, o""")
                .param("name", name)
                .param("kind", kind)
                .param("unique", database + name)
                .param("database", database)
                .param("source", sourceId)
                .update();
    }
}

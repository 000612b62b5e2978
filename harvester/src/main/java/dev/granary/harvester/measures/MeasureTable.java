package dev.granary.harvester.measures;

import dev.granary.harvester.sql.SqlFile;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The measures of the store, written by the statements beside this class; the caller has the transaction. */
final class MeasureTable {

    /** The first key of the two-key advisory lock under which one measuring of a database writes at a time. */
    private static final int LOCK = 0x6D656173;

    private static final String PLACE = SqlFile.read(MeasureTable.class, "place");
    private static final String ADD = SqlFile.read(MeasureTable.class, "add");
    private static final String RENEW = SqlFile.read(MeasureTable.class, "renew");
    private static final String FORGET = SqlFile.read(MeasureTable.class, "forget");
    private static final String FARED = SqlFile.read(MeasureTable.class, "fared");

    private final JdbcClient store;

    MeasureTable(JdbcClient store) {
        this.store = store;
    }

    /** Writes what is staged; returns how many series there are now. */
    int write(int database) {
        store.sql("SELECT pg_advisory_xact_lock(?, ?)")
                .param(LOCK)
                .param(database)
                .query((row, n) -> true)
                .single();
        store.sql("SELECT granary.prepare_measures()").query((row, n) -> true).single();
        int series = run(PLACE, database);
        store.sql("ANALYZE measured_object").update();
        run(ADD, database);
        run(RENEW, database);
        run(FORGET, database);
        return series;
    }

    void fared(
            int database,
            Measurement.Status status,
            @Nullable Integer indexes,
            @Nullable String code,
            @Nullable String reason) {
        store.sql(FARED)
                .param("database", database)
                .param("status", status.name().toLowerCase(Locale.ROOT))
                .param("indexes", indexes)
                .param("code", code)
                .param("reason", reason)
                .update();
    }

    private int run(String sql, int database) {
        return store.sql(sql).params(Map.of("database", database)).update();
    }
}

package dev.granary.harvester.measures;

import dev.granary.emulator.engine.Engine;
import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.Login;
import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.engine.StatementKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An engine whose tables are as large as a test says, and that refuses what a test wants refused. */
final class SizedEngine implements Engine {

    private final List<Object[]> sizes = new ArrayList<>();
    private final Map<String, Integer> refusals = new LinkedHashMap<>();
    private int failAfterRows = -1;

    SizedEngine size(int object, int index, long rows, long reserved, long used) {
        sizes.removeIf(s -> s[0].equals(object) && s[1].equals(index));
        sizes.add(new Object[] {object, index, rows, reserved, used});
        return this;
    }

    SizedEngine without(int object, int index) {
        sizes.removeIf(s -> s[0].equals(object) && s[1].equals(index));
        return this;
    }

    /** Refuses every statement about the view by this number. */
    SizedEngine refuse(String view, int number) {
        refusals.put(view, number);
        return this;
    }

    SizedEngine failAfter(int rows) {
        failAfterRows = rows;
        return this;
    }

    @Override
    public EngineSession open(Login login) {
        return new Session();
    }

    private void answer(String batch, Results results) {
        refusals.forEach((view, number) -> {
            if (batch.contains(view)) {
                throw new SqlServerError(number, "No.");
            }
        });
        if (batch.contains("sys.indexes")) {
            results.columns(List.of(
                    column("object_id", SqlType.INT),
                    column("index_id", SqlType.INT),
                    column("index_name", SqlType.NVARCHAR)));
            sizes.stream()
                    .filter(s -> (Integer) s[1] > 0)
                    .forEach(s -> results.row(new Object[] {s[0], s[1], "ix_" + s[1]}));
            results.done(StatementKind.SELECT, sizes.size());
        } else if (batch.contains("sys.partitions") || batch.contains("dm_db_partition_stats")) {
            sizes(results, !batch.contains("sys.partitions") || batch.contains("sys.allocation_units"));
        } else {
            results.done(StatementKind.OTHER, -1);
        }
    }

    private void sizes(Results results, boolean bytes) {
        results.columns(List.of(
                column("object_id", SqlType.INT),
                column("index_id", SqlType.INT),
                column("row_count", SqlType.BIGINT),
                column("reserved_bytes", SqlType.BIGINT),
                column("used_bytes", SqlType.BIGINT)));
        int sent = 0;
        for (var s : sizes) {
            if (sent++ == failAfterRows) {
                throw new SqlServerError(229, "No more.");
            }
            results.row(new Object[] {s[0], s[1], s[2], bytes ? s[3] : null, bytes ? s[4] : null});
        }
        results.done(StatementKind.SELECT, sizes.size());
    }

    private static ResultColumn column(String name, SqlType type) {
        return new ResultColumn(name, type, type == SqlType.NVARCHAR ? 128 : 0, 0, 0, true);
    }

    private final class Session implements EngineSession {

        @Override
        public String database() {
            return "master";
        }

        @Override
        public void execute(String batch, List<Parameter> parameters, Results results) {
            answer(batch, results);
        }

        @Override
        public void cancel() {}

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }
}

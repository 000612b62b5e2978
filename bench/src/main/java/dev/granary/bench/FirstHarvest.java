package dev.granary.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A database harvested for the first time, between its floors: its rows read and thrown away before, what was written of it copied afterwards.
 *
 * @param floorRows the catalogue rows that both sides read
 * @param detail what it cost, and the rows written a table
 */
record FirstHarvest(
        double sourceFloor, double storeFloor, double seconds, double floorRows, Map<String, Object> detail) {

    FirstHarvest {
        detail = Map.copyOf(detail);
    }

    /** A generated database is filled when it is first looked into: look before. */
    static FirstHarvest of(String database, BenchStore store, ChildProcess emulator, ChildProcess harvester)
            throws IOException, SQLException {
        var floor = harvester.ask("floor %s %s".formatted(Measurements.SERVER, database));
        long mark = store.mark();
        var before = Costs.now(store, emulator, harvester);
        double seconds = harvester.ask("harvest " + database).number("seconds");
        var detail = new TreeMap<>(Costs.now(store, emulator, harvester).since(before));
        detail.put("rowsWritten", store.rowsSince(mark));
        double copied = store.copySince(mark);
        return new FirstHarvest(floor.number("seconds"), copied, seconds, floor.number("rows"), detail);
    }
}

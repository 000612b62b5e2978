package dev.granary.bench;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What the processes have used and what the emulator has counted up to a moment. */
record Costs(Map<String, Double> values) {

    Costs {
        values = Map.copyOf(values);
    }

    static Costs now(BenchStore store, ChildProcess emulator, ChildProcess harvester) throws IOException {
        var costs = new TreeMap<String, Double>();
        costs.put("cpuSecondsHarvester", CpuClock.seconds(harvester.pid()));
        costs.put("cpuSecondsEmulator", CpuClock.seconds(emulator.pid()));
        costs.put("cpuSecondsPostgresql", store.cpuSeconds());
        var counters = emulator.ask("counters");
        counters.values().keySet().forEach(name -> costs.put(name, counters.number(name)));
        return new Costs(costs);
    }

    Map<String, Object> since(Costs before) {
        var difference = new TreeMap<String, Object>();
        values.forEach(
                (name, value) -> difference.put(name, Series.round(value - before.values.getOrDefault(name, 0.0))));
        return difference;
    }
}

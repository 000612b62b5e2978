package dev.granary.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run over 40 servers that answer with 20 ms latency, shared by one, two and three processes of four workers each. The processes that do not
 * take part are stopped meanwhile.
 */
final class WorkersMeasurement {

    static final String ID = "workers";
    private static final int SERVERS = 40;
    private static final int LATENCY_MILLIS = 20;
    private static final int PAIRS = 5;
    private static final int PROCESSES = 3;
    private static final double BAR = 1.8;
    private static final double BUSIEST = 0.7;

    private final Report report;
    private final List<Series> seconds = List.of(new Series(), new Series(), new Series());
    private final List<Series> busy = List.of(new Series(), new Series(), new Series());

    WorkersMeasurement(Report report) {
        this.report = report;
    }

    void run() throws IOException, SQLException, InterruptedException {
        try (var store = new BenchStore();
                var emulator = ChildProcess.start("emulator", Map.of(), "-Xmx2g")) {
            var address = emulator.ask("servers %d %d".formatted(SERVERS, LATENCY_MILLIS));
            var ports = new TreeMap<String, Integer>();
            for (int server = 0; server < SERVERS; server++) {
                ports.put("bench-" + server, (int) address.number("port" + server));
            }
            store.register(ports, address.text("password"));
            var processes = new ArrayList<ChildProcess>();
            try {
                for (int process = 0; process < PROCESSES; process++) {
                    processes.add(
                            ChildProcess.start("harvester", store.settings().joining(process > 0), "-Xmx256m"));
                }
                measure(processes);
            } finally {
                for (var process : processes) {
                    process.signal("CONT");
                    process.close();
                }
            }
        }
        print();
    }

    private void measure(List<ChildProcess> processes) throws IOException, InterruptedException {
        // Everything is new the first time, which is not what is measured, and all processes are cold.
        processes.getFirst().ask("harvest *");
        processes.getFirst().ask("harvest *");
        for (int pair = 0; pair < PAIRS; pair++) {
            for (int count = 1; count <= PROCESSES; count++) {
                for (int process = 1; process < PROCESSES; process++) {
                    processes.get(process).signal(process < count ? "CONT" : "STOP");
                }
                var cpu = MachineCpu.now();
                seconds.get(count - 1).add(processes.getFirst().ask("harvest *").number("seconds"));
                busy.get(count - 1).add(MachineCpu.now().busySince(cpu));
            }
        }
    }

    private void print() throws IOException {
        double speedUp = seconds.get(0).ratioTo(seconds.get(1));
        var detail = new TreeMap<String, Object>();
        detail.put("speedUpOfThree", Series.round(seconds.get(0).ratioTo(seconds.get(2))));
        detail.put("secondsOfThree", Series.round(seconds.get(2).median()));
        for (int count = 1; count <= PROCESSES; count++) {
            detail.put("cpuBusyOf" + count, Series.round(busy.get(count - 1).median()));
        }
        detail.put("void", busy.get(1).median() >= BUSIEST);
        report.line(new Result(
                ID,
                Series.round(seconds.get(0).median()),
                "s",
                seconds.get(0).range(),
                "two processes",
                Series.round(seconds.get(1).median()),
                Series.round(speedUp),
                BAR,
                speedUp >= BAR,
                detail));
    }

    /** How much of the machine's processors was at work, as the kernel counts it. */
    private record MachineCpu(double all, double idle) {

        static MachineCpu now() throws IOException {
            var words =
                    Files.readAllLines(Path.of("/proc/stat")).getFirst().trim().split("\\s+");
            double all = 0;
            for (int i = 1; i < words.length; i++) {
                all += Double.parseDouble(words[i]);
            }
            return new MachineCpu(all, Double.parseDouble(words[4]) + Double.parseDouble(words[5]));
        }

        double busySince(MachineCpu earlier) {
            return 1 - (idle - earlier.idle) / (all - earlier.all);
        }
    }
}

package dev.granary.bench;

import dev.granary.query.QueryServiceApplication;
import dev.granary.query.access.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a diff that finds ten objects costs over HTTP, for databases of growing size: two snapshots of one database, and two databases. Every
 * question is asked many times before it is counted.
 */
final class DiffMeasurement {

    static final String ID = "diff";
    private static final int[] SIZES = {1_000, 10_000, 100_000};
    private static final int RUNS = 25;
    private static final int WARM_UP = 100;
    private static final double SNAPSHOTS_BAR = 10;
    private static final double DATABASES_BAR = 100;
    private static final double GROWTH_BAR = 3;

    private final Report report;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Double> smallest = new HashMap<>();

    DiffMeasurement(Report report) {
        this.report = report;
    }

    void run(BenchStore store) throws IOException, SQLException, InterruptedException {
        var key = ApiKey.generate().reveal();
        var filled = new DiffStore(store.owner());
        var databases = new HashMap<Integer, int[]>();
        for (int size : SIZES) {
            databases.put(size, filled.fill(size));
        }
        try (var service = QueryServiceApplication.start(store.querySettings(key))) {
            var base = "http://127.0.0.1:%s/api/v1/diff?"
                    .formatted(service.getEnvironment().getProperty("local.server.port"));
            // All sizes first: whoever was measured before the others would pay for the compiler.
            for (int size : SIZES) {
                for (int i = 0; i < WARM_UP; i++) {
                    ask(request(key, base + snapshots(databases, size)));
                    ask(request(key, base + pair(databases, size)));
                }
            }
            for (int size : SIZES) {
                measure("snapshots", size, SNAPSHOTS_BAR, request(key, base + snapshots(databases, size)));
                measure("databases", size, DATABASES_BAR, request(key, base + pair(databases, size)));
            }
        }
    }

    private static String snapshots(Map<Integer, int[]> databases, int size) {
        int database = Objects.requireNonNull(databases.get(size))[0];
        return "left=%d&right=%d&leftSnapshot=1".formatted(database, database);
    }

    private static String pair(Map<Integer, int[]> databases, int size) {
        int[] pair = Objects.requireNonNull(databases.get(size));
        return "left=%d&right=%d".formatted(pair[0], pair[1]);
    }

    private static HttpRequest request(String key, String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).header("X-API-Key", key).build();
    }

    private void measure(String what, int size, double bar, HttpRequest request)
            throws IOException, InterruptedException {
        var runs = new Series();
        for (int i = 0; i < RUNS; i++) {
            runs.add(ask(request));
        }
        double median = runs.median();
        double first = smallest.computeIfAbsent(what, _ -> median);
        var growth = Series.round(median / first);
        report.line(new Result(
                "%s-%s-%dk".formatted(ID, what, size / 1000),
                Series.round(median),
                "ms",
                runs.range(),
                "the same with 1k tables",
                Series.round(first),
                growth,
                GROWTH_BAR,
                growth <= GROWTH_BAR && median <= bar,
                Map.of("barMilliseconds", bar, "tables", size)));
    }

    /** Milliseconds. */
    private double ask(HttpRequest request) throws IOException, InterruptedException {
        long from = System.nanoTime();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        double milliseconds = (System.nanoTime() - from) / 1e6;
        if (JsonMapper.shared().readTree(answer.body()).path("total").asInt() != 10) {
            throw new IllegalStateException("Not the ten objects that differ: " + answer.body());
        }
        return milliseconds;
    }
}

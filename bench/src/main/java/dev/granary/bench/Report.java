package dev.granary.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Where results go: a line each on standard output, and the same as JSON in {@code target/bench.jsonl}. */
final class Report implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final BufferedWriter file;

    Report() throws IOException {
        var target = Files.createDirectories(Path.of("target"));
        file = Files.newBufferedWriter(target.resolve("bench.jsonl"));
    }

    /** Prints anything that serves as a line, by its components. */
    void line(Record result) throws IOException {
        var json = JSON.writeValueAsString(result);
        System.out.println("BENCH " + json);
        file.write(json);
        file.newLine();
        file.flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package dev.granary.bench;

import dev.granary.harvester.runs.HarvestRefused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A process of the bench's own: takes one command a line, answers each with one line of JSON, ends with its input. */
final class Child {

    private static final JsonMapper JSON = new JsonMapper();

    private Child() {}

    /** What a child can do. */
    interface Commands extends AutoCloseable {

        Map<String, Object> run(String command) throws IOException, SQLException, InterruptedException, HarvestRefused;

        @Override
        void close();
    }

    static void main(String kind) throws IOException, SQLException, InterruptedException, HarvestRefused {
        // What libraries print must not stand between the answers.
        var answers = System.out;
        System.setOut(System.err);
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var commands = commands(kind, input.readLine())) {
            answers.println("{}");
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                answers.println(JSON.writeValueAsString(commands.run(line)));
            }
        }
        System.exit(0);
    }

    private static Commands commands(String kind, String settings) throws IOException {
        return switch (kind) {
            case "emulator" -> new EmulatorChild();
            case "harvester" -> new HarvesterChild(JSON.readValue(settings, HarvesterChild.Settings.class));
            case "bookkeeper" ->
                new HarvesterChild(JSON.readValue(settings, HarvesterChild.Settings.class), NoReading.class);
            default -> throw new IllegalArgumentException("No child is called " + kind);
        };
    }
}

package dev.granary.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The parent's end of a {@link Child}. Secrets travel over its input, never on its command line. */
final class ChildProcess implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    private ChildProcess(Process process) {
        this.process = process;
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ChildProcess start(String kind, Object settings, String... flags) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-jar", System.getProperty("java.class.path"), "child", kind));
        var child = new ChildProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        // Settings hold passwords: what fails here is told by the child's kind.
        child.ask(JSON.writeValueAsString(settings), "start of " + kind);
        return child;
    }

    /** Sends a command and waits for its answer. */
    Answer ask(String command) throws IOException {
        return ask(command, command);
    }

    private Answer ask(String command, String told) throws IOException {
        commands.write(command);
        commands.newLine();
        commands.flush();
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("A child process failed at \"%s\"; its error is above".formatted(told));
        }
        return new Answer(JSON.readValue(answer, new TypeReference<Map<String, Object>>() {}));
    }

    /** Stops the process where it stands, or lets it go on. */
    void signal(String signal) throws IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .onExit()
                .join();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

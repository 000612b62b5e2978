package dev.granary.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.standalone.Main;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standalone in a process of its own, ended in every way there is; what it started must end with it or be taken over. */
class StandaloneEndsTest {

    private static final Pattern READY =
            Pattern.compile("GRANARY READY url=(\\S+) key=(\\S+) data=(\\S+) published=1 failed=0 skipped=0");

    @TempDir
    private Path folder;

    private Path data;
    private Path output;
    private Source source;
    private Process standalone;

    @BeforeEach
    void makeASource() throws IOException {
        data = folder.resolve("data");
        output = folder.resolve("output");
        source = Source.start("south", "ledger");
        Files.writeString(
                folder.resolve("servers.yml"), "servers:\n" + source.entry().yaml());
    }

    @AfterEach
    void endWhatIsLeft() {
        standalone.destroyForcibly();
        processesOf(data).forEach(ProcessHandle::destroyForcibly);
        source.close();
    }

    @Test
    void theNextStartRecoversFromAKillAndSignalsEndEverything() throws IOException, InterruptedException {
        var first = start();
        assertThat(lookup(first)).isEqualTo(200);
        standalone.destroyForcibly().waitFor();
        assertThat(processesOf(data))
                .as("a killed process cannot stop its children")
                .isNotEmpty();
        var orphans = processesOf(data);

        var second = start();
        assertThat(second.group(2)).isEqualTo(first.group(2));
        assertThat(lookup(second)).isEqualTo(200);
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        endsBy("TERM");

        var third = start();
        assertThat(third.group(2)).isEqualTo(first.group(2));
        assertThat(lookup(third)).isEqualTo(200);
        endsBy("INT");
    }

    /** Starts standalone on the same folder and waits for its ready line. */
    private Matcher start() throws IOException, InterruptedException {
        var arguments = List.of(
                "--port",
                "0",
                "--data",
                data.toString(),
                "--servers",
                folder.resolve("servers.yml").toString());
        var command = new ProcessBuilder(Jvm.command(Main.class, arguments));
        command.environment().put("HARVEST_PASSWORD", Canary.PASSWORD);
        standalone = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        var ready = READY.matcher(Files.readString(output, UTF_8));
        while (!ready.find()) {
            if (System.nanoTime() > end || !standalone.isAlive()) {
                throw new AssertionError("It is not ready. It says: " + Files.readString(output, UTF_8));
            }
            Thread.sleep(50);
            ready = READY.matcher(Files.readString(output, UTF_8));
        }
        noSecretIsShown(ready.group(2));
        return ready;
    }

    /** But the one line that may, and the file it names. */
    private void noSecretIsShown(String key) throws IOException {
        var said = Files.readString(output, UTF_8);
        assertThat(said).doesNotContain(Canary.PASSWORD).containsOnlyOnce(key);
        for (var process : processesOf(data)) {
            var commandLine = text(process, "cmdline").orElse("");
            assertThat(commandLine).doesNotContain(Canary.PASSWORD).doesNotContain(key);
            for (var secret : Files.readAllLines(data.resolve("secrets"))) {
                assertThat(commandLine).doesNotContain(secret.substring(secret.indexOf('=') + 1));
            }
        }
    }

    private void endsBy(String signal) throws IOException, InterruptedException {
        int sent = new ProcessBuilder("kill", "-" + signal, Long.toString(standalone.pid()))
                .start()
                .waitFor();
        assertThat(sent).isZero();
        assertThat(standalone.waitFor(20, TimeUnit.SECONDS))
                .as("it ends within 20 s, as promised: %s", Files.readString(output, UTF_8))
                .isTrue();
        assertThat(processesOf(data)).isEmpty();
    }

    private static int lookup(Matcher ready) throws IOException, InterruptedException {
        var path = "/api/v1/servers/south/databases/ledger/object?schema=dbo&name=invoice";
        var request = HttpRequest.newBuilder(URI.create(ready.group(1) + path))
                .header("X-API-Key", ready.group(2))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    /** Every process that works in a folder, runs a program that lies there, or names it on its command line. */
    private static List<ProcessHandle> processesOf(Path folder) {
        var found = new ArrayList<ProcessHandle>();
        ProcessHandle.allProcesses()
                .filter(process -> text(process, "cmdline").orElse("").contains(folder.toString())
                        || isIn(folder, process, "cwd")
                        || isIn(folder, process, "exe"))
                .forEach(found::add);
        return found;
    }

    private static boolean isIn(Path folder, ProcessHandle process, String link) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), link))
                    .startsWith(folder);
        } catch (IOException ended) {
            return false;
        }
    }

    private static Optional<String> text(ProcessHandle process, String file) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", Long.toString(process.pid()), file), UTF_8));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}

package dev.granary.standalone.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Restarts the PostgreSQL of a data folder with the options it was started with. */
final class PostgresRestart {

    private PostgresRestart() {}

    static void of(Path folder) throws IOException, InterruptedException {
        long server = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
        var command = Files.readString(folder.resolve("postmaster.opts")).strip();
        // SIGINT is a fast shutdown: sessions are ended, what they had not committed is rolled back.
        run("kill", "-INT", Long.toString(server));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Files.exists(folder.resolve("postmaster.pid")) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        // PostgreSQL refuses to run as root, but takes a namespace in which root is nobody.
        var asNobody = "root".equals(System.getProperty("user.name")) ? "unshare -U " : "";
        new ProcessBuilder("sh", "-c", "exec " + asNobody + command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("postgres-restarted.log").toFile())
                .start();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}

package dev.granary.emulator;

import dev.granary.emulator.faults.Faults;
import dev.granary.emulator.session.EmulatorServer;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** Runs an emulated server until it is told to stop. */
public final class Main {

    private static final int REFUSED = 2;
    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        System.exit(run(args));
    }

    private static int run(String[] args) throws InterruptedException {
        Arguments arguments;
        String password = System.getenv("EMULATOR_SA_PASSWORD");
        try {
            arguments = Arguments.parse(args);
            if (password == null || password.isEmpty()) {
                throw new IllegalArgumentException("EMULATOR_SA_PASSWORD is not set");
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Arguments.USAGE);
            return REFUSED;
        }
        try (var engine = EmulatedServer.create(arguments.name(), password)) {
            var scripts = arguments.scripts();
            if (scripts != null) {
                engine.runScripts(scripts);
            }
            arguments.generations().forEach(engine::generate);
            var faults = arguments.faults();
            var builder = EmulatorServer.builder(engine)
                    .port(arguments.port())
                    .bindAddress(arguments.bind())
                    .name(arguments.name());
            if (faults != null) {
                builder.faults(Faults.read(faults));
            }
            try (var server = builder.start()) {
                System.out.println("EMULATOR READY port=" + server.port());
                // Interrupts of the process end it here, whatever it is doing.
                new CountDownLatch(1).await();
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return REFUSED;
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
        return 0;
    }
}

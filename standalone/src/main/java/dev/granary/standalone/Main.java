package dev.granary.standalone;

import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.registry.ConfigurationException;
import dev.granary.registry.FilterChangeException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code standalone.jar}: starts everything, says so in one line, and ends cleanly on SIGINT or SIGTERM. */
public final class Main {

    private Main() {}

    /** Exits with 2 for a refused command line or configuration, 1 when something does not start. */
    public static void main(String[] arguments) throws InterruptedException {
        LogToStandardError.begin();
        var closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "closing"));
        try {
            var options = Options.parse(List.of(arguments));
            var ready = new Standalone(options, closing).start();
            System.out.println(ready.line());
            System.out.print(ready.examples(options.servers() == null));
            System.out.flush();
        } catch (Options.UsageException e) {
            refuse(e.getMessage() + "\n" + Options.USAGE);
        } catch (FilterChangeException e) {
            refuse(e.getMessage() + "\nNothing was stored. If it is meant, start with --accept-filter-changes.");
        } catch (ConfigurationException | HarvestRefused e) {
            refuse(String.valueOf(e.getMessage()));
        } catch (IOException | SQLException e) {
            System.err.println("Granary did not start: " + e.getMessage());
            System.exit(1);
        }
        Thread.currentThread().join();
    }

    private static void refuse(@Nullable String message) {
        System.err.println(message);
        System.exit(2);
    }
}

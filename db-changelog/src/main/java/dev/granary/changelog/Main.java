package dev.granary.changelog;

import java.io.PrintStream;
import java.util.Map;

/** Migrates the store named by the environment and exits: 0 done, 1 failed, 2 refused for its configuration. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out, System.err));
    }

    static int run(Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            MigrationSettings settings = MigrationSettings.from(environment);
            print(settings, Changelog.migrate(settings), out);
            return 0;
        } catch (MigrationConfigurationException e) {
            err.println("db-changelog: " + e.getMessage());
            return 2;
        } catch (MigrationException e) {
            err.println("db-changelog: " + e.getMessage());
            return 1;
        }
    }

    private static void print(MigrationSettings settings, Migration migration, PrintStream out) {
        if (migration.changedNothing()) {
            out.println("store at " + settings.place() + ": up to date");
            return;
        }
        out.println(
                "store at " + settings.place() + ": " + migration.changeSets().size() + " change sets applied");
        if (!migration.createdRoles().isEmpty()) {
            out.println("roles created: " + String.join(", ", migration.createdRoles()));
        }
        if (!migration.passwordsSet().isEmpty()) {
            out.println("passwords set: " + String.join(", ", migration.passwordsSet()));
        }
    }
}

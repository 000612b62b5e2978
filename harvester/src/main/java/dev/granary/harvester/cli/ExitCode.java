package dev.granary.harvester.cli;

import dev.granary.harvester.runs.HarvestReport;

/** What the program's exit code says. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    /** Usage or configuration is wrong, or nothing matches; nothing was changed. */
    static final int REFUSED = 2;

    static final int DONE_WITH_FAILURES = 3;

    private ExitCode() {}

    static int of(HarvestReport report) {
        return switch (report.status()) {
            case "done" -> DONE;
            case "done_with_failures" -> DONE_WITH_FAILURES;
            default -> report.matchedNothing() ? REFUSED : FAILED;
        };
    }
}

package dev.granary.harvester.health;

import dev.granary.sqlserver.SourceFailure;
import dev.granary.sqlserver.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a look at one server found: an answer with its latency and version, or why there was none. */
record Look(
        int server,
        String status,
        @Nullable Duration latency,
        @Nullable String version,
        @Nullable String reason) {

    static Look answered(int server, Duration latency, String version) {
        return new Look(server, "reachable", latency, version, null);
    }

    static Look failed(int server, SourceFailure failure) {
        var status = failure.verdict() == Verdict.LOGIN ? "denied" : "unreachable";
        return new Look(server, status, null, null, failure.reason());
    }
}

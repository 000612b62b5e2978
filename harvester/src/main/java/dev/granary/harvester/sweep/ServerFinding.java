package dev.granary.harvester.sweep;

import dev.granary.harvester.runs.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a harvest of a server would meet.
 *
 * @param verdict {@code ok}, {@code incomplete} when a harvest would miss something, {@code failed} when the server is out of reach
 * @param databases how many databases would be harvested
 * @param missing what a harvest would miss, and why
 */
public record ServerFinding(
        String server,
        String verdict,
        @Nullable String version,
        int databases,
        @Nullable String code,
        @Nullable String reason,
        List<Missing> missing) {

    public ServerFinding {
        missing = List.copyOf(missing);
    }

    /** Something a harvest would miss; the database is null where it is the server's own list. */
    public record Missing(@Nullable String database, String code, String reason) {}

    public boolean isOk() {
        return verdict.equals("ok");
    }

    /** A server whose stored login cannot be used. */
    public static ServerFinding locked(String server, String reason) {
        return new ServerFinding(server, "failed", null, 0, ProblemCode.CREDENTIAL, reason, List.of());
    }

    static ServerFinding of(String server, Listing listing, int databases, List<Missing> missing) {
        var verdict = missing.isEmpty() ? "ok" : "incomplete";
        return new ServerFinding(server, verdict, listing.engine().productVersion(), databases, null, null, missing);
    }
}

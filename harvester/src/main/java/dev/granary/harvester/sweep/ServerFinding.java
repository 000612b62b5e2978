package dev.granary.harvester.sweep;

import dev.granary.harvester.runs.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a harvest of a server would meet.
 *
 * @param verdict {@code ok}, {@code incomplete} when a harvest would miss something, {@code failed} when the server is out of reach
 * @param databases how many databases would be harvested
 * @param missing what a harvest would miss and somebody can mend, and how
 * @param lacking what this version of the engine cannot tell; nothing to mend
 */
public record ServerFinding(
        String server,
        String verdict,
        @Nullable String version,
        int databases,
        @Nullable String code,
        @Nullable String reason,
        List<Missing> missing,
        List<Lack> lacking) {

    public ServerFinding {
        missing = List.copyOf(missing);
        lacking = List.copyOf(lacking);
    }

    /**
     * Something a harvest would miss; the database is null where it is the server's own list.
     *
     * @param sections those that would be incomplete; none where nothing of the database is read
     * @param grants the least statements that would mend it, for an administrator to run
     */
    public record Missing(
            @Nullable String database, String code, String reason, List<String> sections, List<String> grants) {

        public Missing {
            sections = List.copyOf(sections);
            grants = List.copyOf(grants);
        }
    }

    /**
     * A section that the engine cannot tell as a whole.
     *
     * @param how {@code without} some properties, from {@code information_schema}, or {@code unsupported}
     * @param what the views and columns that the engine lacks
     */
    public record Lack(String section, String how, List<String> what) {

        public Lack {
            what = List.copyOf(what);
        }
    }

    public boolean isOk() {
        return verdict.equals("ok");
    }

    /** A server whose stored login cannot be used. */
    public static ServerFinding locked(String server, String reason) {
        return new ServerFinding(server, "failed", null, 0, ProblemCode.CREDENTIAL, reason, List.of(), List.of());
    }

    static ServerFinding of(String server, Listing listing, int databases, List<Missing> missing, List<Lack> lacking) {
        var verdict = missing.isEmpty() ? "ok" : "incomplete";
        return new ServerFinding(
                server, verdict, listing.engine().productVersion(), databases, null, null, missing, lacking);
    }
}

package dev.granary.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** An RFC 9457 problem; {@code candidates} only where a name is ambiguous. */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Candidate> candidates) {

    public Problem {
        candidates = List.copyOf(candidates);
    }

    public static Problem of(Reason reason, String detail) {
        return of(reason, detail, List.of());
    }

    static Problem of(Reason reason, String detail, List<Candidate> candidates) {
        return new Problem(reason.type(), reason.title(), reason.status(), detail, candidates);
    }
}

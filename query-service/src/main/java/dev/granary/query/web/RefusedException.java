package dev.granary.query.web;

import java.util.List;

/** An answer that is a problem; the message is its detail and is written for the caller. */
public final class RefusedException extends RuntimeException {

    private final transient Reason reason;
    private final transient List<Candidate> candidates;

    public RefusedException(Reason reason, String detail) {
        this(reason, detail, List.of());
    }

    public RefusedException(Reason reason, String detail, List<Candidate> candidates) {
        super(detail);
        this.reason = reason;
        this.candidates = List.copyOf(candidates);
    }

    public Reason reason() {
        return reason;
    }

    Problem problem() {
        return Problem.of(reason, String.valueOf(getMessage()), candidates);
    }
}

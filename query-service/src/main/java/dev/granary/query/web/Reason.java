package dev.granary.query.web;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of problems, with their HTTP status; the name is part of the API. */
public enum Reason {
    UNAUTHORIZED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    NOT_FOUND(404, "Not found"),
    NOT_HARVESTED(404, "Not harvested"),
    AMBIGUOUS_NAME(409, "Ambiguous name"),
    CONFLICT(409, "Conflict"),
    THINNED(410, "Thinned"),
    INVALID_PARAMETER(400, "Invalid parameter"),
    BAD_REQUEST(400, "Bad request"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    INTERNAL(500, "Internal error"),
    UNAVAILABLE(503, "Unavailable");

    private final int status;
    private final String title;

    Reason(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String type() {
        return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason that an HTTP status stands for where nothing more is known. */
    static Reason ofStatus(int status) {
        return Arrays.stream(values())
                .filter(r -> r.status == status && r != INVALID_PARAMETER && r != NOT_HARVESTED)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL);
    }
}

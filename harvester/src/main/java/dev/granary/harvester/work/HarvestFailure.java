package dev.granary.harvester.work;

import org.jspecify.annotations.Nullable;

/** A database was not published: where it stopped and why, fit to be shown to a person. */
public final class HarvestFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String section;
    private final String code;

    public HarvestFailure(@Nullable String section, String code, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.section = section;
        this.code = code;
    }

    public @Nullable String section() {
        return section;
    }

    /** The engine's error number, or a word such as {@code lost-lease}. */
    public String code() {
        return code;
    }
}

package dev.granary.model;

import java.util.Arrays;
import java.util.Locale;

/** Why a placement was opened although nothing changed at the source. Where something did, a placement has no such cause. */
public enum PlacementCause {
    /** The harvester tells more than the one before. */
    REFORMAT(1),
    /** The login sees more than before, or less. */
    SIGHT(2);

    private final int code;

    PlacementCause(int code) {
        this.code = code;
    }

    /** The number it is stored as; never reused. */
    public int code() {
        return code;
    }

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PlacementCause ofCode(int code) {
        return Arrays.stream(values())
                .filter(cause -> cause.code == code)
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No cause of a placement has the code " + code));
    }
}

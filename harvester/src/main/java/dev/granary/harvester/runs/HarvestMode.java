package dev.granary.harvester.runs;

import java.util.Arrays;
import java.util.Optional;

/** How much of a database a harvest reads. */
public enum HarvestMode {
    FULL("full"),
    INCREMENTAL("incremental");

    private final String text;

    HarvestMode(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Optional<HarvestMode> of(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text.equals(text)).findFirst();
    }
}

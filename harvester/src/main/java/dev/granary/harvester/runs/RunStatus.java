package dev.granary.harvester.runs;

import java.util.Arrays;

/** Where a run stands; all but running are final. */
public enum RunStatus {
    RUNNING("running"),
    DONE("done"),
    FAILED("failed"),
    DONE_WITH_FAILURES("done_with_failures");

    private final String text;

    RunStatus(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    static RunStatus of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No run status " + text));
    }
}

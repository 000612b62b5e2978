package dev.granary.harvester.measures;

import dev.granary.sqlserver.SourceFailure;

/** The source could not be measured. */
final class SourceRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient SourceFailure failure;

    SourceRefusal(SourceFailure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    SourceFailure failure() {
        return failure;
    }
}

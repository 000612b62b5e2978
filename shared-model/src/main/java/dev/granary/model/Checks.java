package dev.granary.model;

import java.util.List;

/** The check constraints of a table, ordered as foreign keys are. */
public record Checks(List<Check> checks) implements PartContent {

    public Checks {
        checks = Lists.copy(checks);
    }

    @Override
    public Aspect aspect() {
        return Aspect.CHECKS;
    }
}

package dev.granary.model;

import java.util.List;

/** What a trigger hangs on and when it fires; {@code events} in lower case. */
public record TriggerOptions(
        String schema,
        String table,
        List<String> events,
        boolean insteadOf,
        boolean disabled,
        boolean notForReplication)
        implements PartContent {

    public TriggerOptions {
        events = Lists.copy(events);
    }

    @Override
    public Aspect aspect() {
        return Aspect.TRIGGER;
    }
}

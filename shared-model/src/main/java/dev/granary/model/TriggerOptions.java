package dev.granary.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a trigger hangs on, nothing for one on the database, and when it fires; {@code events} in lower case. */
public record TriggerOptions(
        @Nullable String schema,
        @Nullable String table,
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

package dev.granary.emulator.model;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Row-level security: predicates on tables, on or off together. */
public final class SecurityPolicy extends DbObject {

    private volatile boolean enabled;
    private volatile List<Predicate> predicates = List.of();

    public SecurityPolicy(Birth birth, boolean enabled) {
        super(birth, ObjectType.SECURITY_POLICY);
        this.enabled = enabled;
    }

    /**
     * A call of a function for each row of a table.
     *
     * @param block whether it stops changes, not reads
     * @param operation of a blocking predicate: 1 AFTER_INSERT, 2 AFTER_UPDATE, 3 BEFORE_UPDATE, 4 BEFORE_DELETE, null all
     */
    public record Predicate(
            int id,
            int tableId,
            String definition,
            boolean block,
            @Nullable Integer operation) implements Serializable {}

    public boolean enabled() {
        return enabled;
    }

    public void enable(boolean now) {
        enabled = now;
    }

    public List<Predicate> predicates() {
        return predicates;
    }

    public void predicates(List<Predicate> now) {
        predicates = List.copyOf(now);
    }
}

package dev.granary.emulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trigger on a table or view, or on the database when it has no parent. */
public final class Trigger extends DbObject {

    private final @Nullable Relation parent;
    private volatile Module module;
    private volatile List<String> events;
    private volatile boolean insteadOf;
    private volatile boolean disabled;

    public Trigger(Birth birth, @Nullable Relation parent, Module module, List<String> events, boolean insteadOf) {
        super(birth, module.runs().external() == null ? ObjectType.TRIGGER : ObjectType.CLR_TRIGGER);
        this.parent = parent;
        this.module = module;
        this.events = List.copyOf(events);
        this.insteadOf = insteadOf;
    }

    public @Nullable Relation parent() {
        return parent;
    }

    @Override
    public int parentId() {
        return parent == null ? 0 : parent.id();
    }

    public Module module() {
        return module;
    }

    /** INSERT, UPDATE, DELETE, or the names of database events. */
    public List<String> events() {
        return events;
    }

    public boolean insteadOf() {
        return insteadOf;
    }

    public boolean disabled() {
        return disabled;
    }

    public void disable(boolean now) {
        disabled = now;
    }

    public void redefine(Module newModule, List<String> newEvents, boolean nowInsteadOf) {
        module = newModule;
        events = List.copyOf(newEvents);
        insteadOf = nowInsteadOf;
    }
}

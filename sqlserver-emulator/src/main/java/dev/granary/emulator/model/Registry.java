package dev.granary.emulator.model;

import java.io.Serializable;
import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Things of one kind in a database, each with an id and a name. */
public final class Registry<T extends Registry.Entry> implements Serializable {

    private final ConcurrentSkipListMap<Integer, T> byId = new ConcurrentSkipListMap<>();
    private int nextId;

    public Registry(int firstId) {
        nextId = firstId;
    }

    /** What has an id and a name. */
    public interface Entry extends Serializable {
        int id();

        String name();
    }

    public Collection<T> all() {
        return byId.values();
    }

    public @Nullable T byId(int id) {
        return byId.get(id);
    }

    public @Nullable T byName(String name) {
        for (var entry : byId.values()) {
            if (entry.name().equalsIgnoreCase(name)) {
                return entry;
            }
        }
        return null;
    }

    public int nextId() {
        return nextId++;
    }

    public void put(T entry) {
        byId.put(entry.id(), entry);
    }

    public void remove(T entry) {
        byId.remove(entry.id());
    }
}

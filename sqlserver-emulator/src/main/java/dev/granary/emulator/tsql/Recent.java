package dev.granary.emulator.tsql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of the keys that were asked for last; of what depends on its key alone. */
public final class Recent<K, V> {

    private final Map<K, V> kept;

    public Recent(int size) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > size;
            }
        };
    }

    public synchronized @Nullable V find(K key) {
        return kept.get(key);
    }

    public synchronized void keep(K key, V value) {
        kept.put(key, value);
    }
}

package dev.granary.emulator.model;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What an administrator set on the server: its configuration, and which servers it is linked to. */
public final class ServerSettings {

    private final Map<String, Long> configured = new ConcurrentHashMap<>();
    private final Map<String, Long> inUse = new ConcurrentHashMap<>();
    private volatile boolean foldsNames;
    private volatile @Nullable String otherVersion;
    private final Registry<LinkedServer> linked = new Registry<>(1);

    /**
     * A linked server: its name and where it is, never who logs in there, unless somebody wrote that where it does not belong.
     *
     * @param providerString shown to nobody but who may alter linked servers
     */
    public record LinkedServer(
            int id,
            String name,
            String product,
            String provider,
            @Nullable String dataSource,
            @Nullable String location,
            @Nullable String providerString,
            @Nullable String catalog,
            boolean rpcOut,
            boolean dataAccess)
            implements Registry.Entry {

        @Override
        public String toString() {
            return "LinkedServer[name=%s]".formatted(name);
        }
    }

    /** Whether names are kept in lower case, as some engines do. */
    public boolean foldsNames() {
        return foldsNames;
    }

    public void foldNames(boolean now) {
        foldsNames = now;
    }

    /** The version of the engine that it is, where it is not SQL Server. */
    public @Nullable String otherVersion() {
        return otherVersion;
    }

    public void play(String version) {
        otherVersion = version;
    }

    public Registry<LinkedServer> linked() {
        return linked;
    }

    public void configure(String name, long value) {
        configured.put(name.toLowerCase(Locale.ROOT), value);
    }

    /** What RECONFIGURE does. */
    public void reconfigure() {
        inUse.putAll(configured);
    }

    public long configured(String name, long unsaid) {
        return configured.getOrDefault(name.toLowerCase(Locale.ROOT), unsaid);
    }

    public long inUse(String name, long unsaid) {
        return inUse.getOrDefault(name.toLowerCase(Locale.ROOT), unsaid);
    }
}

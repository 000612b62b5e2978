package dev.granary.emulator.model;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A database as sys.databases shows it; its contents are made when first asked for. */
public final class Database {

    private final int id;
    private volatile LocalDateTime createDate;
    private volatile String ownerLogin;
    private volatile UUID brokerGuid;
    private final Supplier<Catalog> contents;
    private volatile @Nullable Catalog catalog;
    private volatile String name;
    private volatile String collation;
    private volatile State state = State.ONLINE;
    private volatile Options options = Options.DEFAULT;
    private volatile boolean closed;
    private final Map<String, String> settings = new ConcurrentHashMap<>();

    public Database(
            int id,
            String name,
            String collation,
            String ownerLogin,
            LocalDateTime createDate,
            Supplier<Catalog> contents) {
        this.id = id;
        this.name = name;
        this.collation = collation;
        this.ownerLogin = ownerLogin;
        this.createDate = createDate;
        this.contents = contents;
        this.brokerGuid = new UUID(0x4752_414E_4152_4000L + id, createDate.hashCode() | Long.MIN_VALUE);
    }

    /** sys.databases.state. */
    public enum State {
        ONLINE(0),
        RESTORING(1),
        RECOVERY_PENDING(3),
        OFFLINE(6);

        private final int code;

        State(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /**
     * What ALTER DATABASE .. SET may change.
     *
     * @param replica how an availability group treats readers: null when there is none
     */
    public record Options(
            int compatibilityLevel,
            int userAccess,
            int recoveryModel,
            boolean readOnly,
            boolean autoClose,
            boolean snapshotIsolation,
            boolean readCommittedSnapshot,
            @Nullable Replica replica) {

        public static final Options DEFAULT = new Options(160, 0, 1, false, false, false, false, null);

        public Options withCompatibility(int now) {
            return new Options(
                    now,
                    userAccess,
                    recoveryModel,
                    readOnly,
                    autoClose,
                    snapshotIsolation,
                    readCommittedSnapshot,
                    replica);
        }

        public Options withUserAccess(int now) {
            return new Options(
                    compatibilityLevel,
                    now,
                    recoveryModel,
                    readOnly,
                    autoClose,
                    snapshotIsolation,
                    readCommittedSnapshot,
                    replica);
        }

        public Options withRecovery(int now) {
            return new Options(
                    compatibilityLevel,
                    userAccess,
                    now,
                    readOnly,
                    autoClose,
                    snapshotIsolation,
                    readCommittedSnapshot,
                    replica);
        }

        public Options withReadOnly(boolean now) {
            return new Options(
                    compatibilityLevel,
                    userAccess,
                    recoveryModel,
                    now,
                    autoClose,
                    snapshotIsolation,
                    readCommittedSnapshot,
                    replica);
        }

        public Options withReplica(@Nullable Replica now) {
            return new Options(
                    compatibilityLevel,
                    userAccess,
                    recoveryModel,
                    readOnly,
                    autoClose,
                    snapshotIsolation,
                    readCommittedSnapshot,
                    now);
        }
    }

    /** Why a secondary replica turns a connection away. */
    public enum Replica {
        /** Error 976: no readers at all. */
        NOT_READABLE,
        /** Error 978: readers that say so only. */
        READ_INTENT_ONLY
    }

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String now) {
        name = now;
    }

    public String collation() {
        return collation;
    }

    public void collate(String now) {
        collation = now;
    }

    public boolean caseSensitive() {
        return caseSensitive(collation);
    }

    public static boolean caseSensitive(String collation) {
        return collation.contains("_CS_") || collation.contains("_BIN");
    }

    public String ownerLogin() {
        return ownerLogin;
    }

    public void own(String login) {
        ownerLogin = login;
    }

    public LocalDateTime createDate() {
        return createDate;
    }

    public UUID brokerGuid() {
        return brokerGuid;
    }

    public State state() {
        return state;
    }

    public void state(State now) {
        state = now;
    }

    public Options options() {
        return options;
    }

    public void options(Options now) {
        options = now;
    }

    /** Whether AUTO_CLOSE has closed it: it is online, and whoever looks into it opens it. */
    public boolean closed() {
        return closed;
    }

    public void close() {
        if (!options.autoClose()) {
            throw new IllegalStateException("AUTO_CLOSE of %s is off".formatted(name));
        }
        closed = true;
    }

    public void open() {
        if (closed) {
            closed = false;
        }
    }

    /** Puts a backup in place of what the database holds. */
    public void restore(Backup backup, LocalDateTime at) {
        synchronized (this) {
            catalog = backup.catalog();
        }
        collation = backup.collation();
        brokerGuid = backup.brokerGuid();
        createDate = at;
        state = State.ONLINE;
    }

    /** What else ALTER DATABASE .. SET said, by name in capitals. */
    public Map<String, String> settings() {
        return settings;
    }

    public boolean on(String setting) {
        return "ON".equals(settings.get(setting));
    }

    /** Whether the contents were made already, so that asking costs nothing. */
    public boolean filled() {
        return catalog != null;
    }

    public Catalog catalog() {
        open();
        var made = catalog;
        if (made == null) {
            synchronized (this) {
                made = catalog;
                if (made == null) {
                    made = contents.get();
                    catalog = made;
                }
            }
        }
        return made;
    }
}

package dev.granary.emulator.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An emulated server's state. Whoever changes anything in it holds {@link #lock}; readers need not. */
public final class Server {

    private static final int FIRST_USER_DATABASE = 5;
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2003, 4, 8, 9, 13, 36, 390_000_000);

    private final ServerProfile profile;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final ConcurrentSkipListMap<Integer, Database> databases = new ConcurrentSkipListMap<>();
    private final ConcurrentHashMap<String, Database> byName = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> passwords = new ConcurrentHashMap<>();
    private final Principals principals = new Principals(257);
    private final Map<String, Backup> backups = new ConcurrentHashMap<>();
    private final ServerSettings settings = new ServerSettings();
    private LocalDateTime lastInstant = LONG_AGO;

    public Server(ServerProfile profile, Clock clock, String saPassword) {
        this.profile = profile;
        this.clock = clock;
        principals.put(new Principal(1, "sa", 'S', null, "master", 0, false, false, LONG_AGO));
        passwords.put("sa", saPassword);
        principals.put(new Principal(2, "public", 'R', null, null, 1, false, false, LONG_AGO));
        principals.put(new Principal(3, "sysadmin", 'R', null, null, 1, true, false, LONG_AGO));
        principals.put(new Principal(4, "securityadmin", 'R', null, null, 1, true, false, LONG_AGO));
        principals.join(3, 1);
        principals.permit(new Permission(Permission.On.SERVER, 0, 0, 2, "VIEW ANY DATABASE", 'G'));
        int id = 1;
        for (var name : new String[] {"master", "tempdb", "model", "msdb"}) {
            var database = new Database(
                    id++, name, profile.collation(), "sa", LONG_AGO, () -> NewCatalog.of(profile.collation(), "sa"));
            put(database);
        }
    }

    /** The backups that BACKUP DATABASE made, by the file they are said to be in. */
    public Map<String, Backup> backups() {
        return backups;
    }

    public ServerSettings settings() {
        return settings;
    }

    /** Restores over the database of that name, or makes one. */
    public void restore(String name, Backup backup) {
        var database = database(name);
        if (database == null) {
            database = createDatabase(name, backup.collation(), "sa");
        }
        database.restore(backup, now());
    }

    public ServerProfile profile() {
        return profile;
    }

    public ReentrantLock lock() {
        return lock;
    }

    public Principals principals() {
        return principals;
    }

    public Collection<Database> databases() {
        return databases.values();
    }

    public @Nullable Database database(String name) {
        return byName.get(fold(name));
    }

    public @Nullable Database database(int id) {
        return databases.get(id);
    }

    public Database createDatabase(String name, String collation, String owner) {
        return createDatabase(name, collation, owner, () -> NewCatalog.of(collation, owner));
    }

    public Database createDatabase(String name, String collation, String owner, Supplier<Catalog> contents) {
        // A dropped database's id is the first to be used again, as on SQL Server.
        int id = FIRST_USER_DATABASE;
        while (databases.containsKey(id)) {
            id++;
        }
        var database = new Database(id, name, collation, owner, now(), contents);
        put(database);
        return database;
    }

    public void rename(Database database, String name) {
        byName.remove(fold(database.name()));
        database.rename(name);
        byName.put(fold(name), database);
    }

    public void drop(Database database) {
        byName.remove(fold(database.name()));
        databases.remove(database.id());
    }

    public void password(String login, String password) {
        passwords.put(login.toLowerCase(Locale.ROOT), password);
    }

    public boolean passwordMatches(String login, String password) {
        return password.equals(passwords.get(login.toLowerCase(Locale.ROOT)));
    }

    /** The server's local time, never the same twice, in ticks that a datetime can hold. */
    public LocalDateTime now() {
        lock.lock();
        try {
            var instant = LocalDateTime.ofInstant(Instant.ofEpochMilli(clock.millis() / 10 * 10), clock.getZone());
            if (!instant.isAfter(lastInstant)) {
                instant = lastInstant.plus(Duration.ofMillis(10));
            }
            lastInstant = instant;
            return instant;
        } finally {
            lock.unlock();
        }
    }

    public Clock clock() {
        return clock;
    }

    private void put(Database database) {
        databases.put(database.id(), database);
        byName.put(fold(database.name()), database);
    }

    private static String fold(String name) {
        return name.stripTrailing().toLowerCase(Locale.ROOT);
    }
}

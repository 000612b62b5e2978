package dev.granary.emulator;

import dev.granary.emulator.batch.Batches;
import dev.granary.emulator.batch.Host;
import dev.granary.emulator.batch.RewrittenQueries;
import dev.granary.emulator.batch.Session;
import dev.granary.emulator.engine.Engine;
import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.Login;
import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.StatementKind;
import dev.granary.emulator.generator.Generation;
import dev.granary.emulator.generator.Generator;
import dev.granary.emulator.h2.QueryEngine;
import dev.granary.emulator.model.Backup;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.LookAlike;
import dev.granary.emulator.model.Server;
import dev.granary.emulator.views.CatalogViews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An emulated SQL Server without its wire: databases made by T-SQL or by a generator, and sessions that query them. Put
 * {@code EmulatorServer} in front of it to reach it by a driver.
 */
public final class EmulatedServer implements Engine, AutoCloseable {

    private final Host host;
    private final String saPassword;

    private EmulatedServer(Host host, String saPassword) {
        this.host = host;
        this.saPassword = saPassword;
    }

    /** A server of this name as SQL Server 2022 would be, with no database but the system's. */
    public static EmulatedServer create(String name, String saPassword) {
        return create(ServerOptions.named(name, saPassword));
    }

    public static EmulatedServer create(ServerOptions options) {
        var server = new Server(options.profile(), options.clock(), options.saPassword());
        var host = new Host(
                server,
                CatalogViews.of(options.profile().majorVersion(), options.absent(), options.lookAlike()),
                new QueryEngine(false),
                new QueryEngine(true),
                new RewrittenQueries(),
                new AtomicInteger(),
                options.errorNumber(),
                options.lookAlike());
        if (options.lookAlike() != null) {
            server.settings().foldNames(true);
            server.settings().play(LookAlike.VERSION);
        }
        return new EmulatedServer(host, options.saPassword());
    }

    /** The state behind it all, for what T-SQL cannot say. */
    public Server server() {
        return host.server();
    }

    @Override
    public boolean cancels() {
        return host.lookAlike() == null;
    }

    @Override
    public EngineSession open(Login login) {
        return Session.open(host, login);
    }

    /** Runs a script as sa, starting in master; lines that say GO separate its batches. */
    public void run(String script) {
        try (var session = open(new Login("sa", saPassword, "master", "script", false))) {
            for (var batch : Batches.of(script)) {
                session.execute(batch, List.of(), new Discard());
            }
        }
    }

    /** Runs the {@code .sql} files of a directory by name. */
    public void runScripts(Path directory) {
        try (var files = Files.list(directory)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
                try {
                    run(Files.readString(file));
                } catch (SqlServerError e) {
                    throw new IllegalArgumentException(
                            "%s: error %d, %s".formatted(file.getFileName(), e.number(), e.getMessage()), e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds generated databases; each is filled when it is first looked into. */
    public void generate(Generation spec) {
        new Generator(host.server(), spec).run();
    }

    /** The definitions of a database as they are now, for {@link #restore}. */
    public Backup backup(String database) {
        host.server().lock().lock();
        try {
            return Backup.of(required(database));
        } finally {
            host.server().lock().unlock();
        }
    }

    /** Takes a database back to what it was, ids and dates included, or makes one of that name. */
    public void restore(String database, Backup backup) {
        host.server().lock().lock();
        try {
            host.server().restore(database, backup);
        } finally {
            host.server().lock().unlock();
        }
    }

    private Database required(String database) {
        var found = host.server().database(database);
        if (found == null) {
            throw new IllegalArgumentException("There is no database " + database);
        }
        return found;
    }

    /** Makes a database a secondary replica that turns readers away; null ends that. */
    public void replica(String database, Database.@Nullable Replica kind) {
        var found = required(database);
        found.options(found.options().withReplica(kind));
    }

    /** Closes a database with AUTO_CLOSE as if its last user had left. */
    public void autoClose(String database) {
        required(database).close();
    }

    /** Whether AUTO_CLOSE has closed a database and nobody has looked into it since, nor asked HAS_DBACCESS of it. */
    public boolean isClosed(String database) {
        return required(database).closed();
    }

    @Override
    public void close() {
        host.insensitive().close();
        host.sensitive().close();
    }

    /** A script's results interest nobody. */
    private static final class Discard implements Results {

        @Override
        public void columns(List<ResultColumn> columns) {
            // Not shown.
        }

        @Override
        public void row(@Nullable Object[] values) {
            // Not shown.
        }

        @Override
        public void done(StatementKind kind, long rows) {
            // Not shown.
        }

        @Override
        public void databaseChanged(String before, String after) {
            // The session knows.
        }

        @Override
        public void message(int number, int severity, String text) {
            // Not shown.
        }
    }
}

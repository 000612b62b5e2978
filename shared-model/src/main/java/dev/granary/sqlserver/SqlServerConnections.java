package dev.granary.sqlserver;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import dev.granary.registry.Credential;
import dev.granary.registry.Limits;
import dev.granary.registry.ServerSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Opens polite connections to registered servers: bounded in time, first to give way, and known by name. */
public final class SqlServerConnections {
    private static final String APPLICATION_NAME = "granary";
    private static final int LOCK_TIMEOUT_MILLIS = 30_000;
    /** After the statement's own timeout the driver cancels; a server that ignores that too is given up on. */
    private static final int GRACE_SECONDS = 15;

    private static final List<String> MANNERS = List.of(
            "SET LOCK_TIMEOUT " + LOCK_TIMEOUT_MILLIS,
            "SET DEADLOCK_PRIORITY LOW",
            "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");

    private final ToIntFunction<Limits> answerSeconds;
    private final int graceSeconds;

    /** Waits for answers as long as the registry lets statements take. */
    public SqlServerConnections() {
        this(Limits::statementTimeoutSeconds, GRACE_SECONDS);
    }

    private SqlServerConnections(ToIntFunction<Limits> answerSeconds, int graceSeconds) {
        this.answerSeconds = answerSeconds;
        this.graceSeconds = graceSeconds;
    }

    /** For questions that are answered at once or not at all: none is waited for longer than the login may take. */
    public static SqlServerConnections forGlances() {
        return new SqlServerConnections(Limits::loginTimeoutSeconds, 0);
    }

    /** A connection to the login's default database; what a failure means is {@link SourceFailure#of}'s to say. */
    public Connection open(ServerSettings server, Credential credential) throws SQLException {
        return open(server, credential, null);
    }

    /** A connection to one database, or to the login's default where null. */
    public Connection open(ServerSettings server, Credential credential, @Nullable String database)
            throws SQLException {
        return polite(server, connect(dataSource(server, credential, database)));
    }

    private Connection polite(ServerSettings server, Connection connection) throws SQLException {
        boolean polite = false;
        try {
            applyManners(connection);
            connection.setNetworkTimeout(
                    Runnable::run, millis(answerSeconds.applyAsInt(server.limits()) + graceSeconds));
            polite = true;
            return connection;
        } finally {
            if (!polite) {
                connection.close();
            }
        }
    }

    /** The same, counted and held to its toll by the meter. */
    private Connection open(ServerSettings server, Credential credential, @Nullable String database, SourceMeter meter)
            throws SQLException {
        long before = meter.roundTrips();
        Connection connection = ScopedValue.where(CountedSocketFactory.METER, meter)
                .call(() -> connect(dataSource(server, credential, database)));
        meter.connected(before);
        return polite(server, MeteredConnection.of(connection, meter));
    }

    /** A session in the login's default database that can go from one database to another, on any engine. */
    public SourceSession session(ServerSettings server, Credential credential) throws SQLException {
        var meter = new SourceMeter();
        return SourceSession.begin(database -> open(server, credential, database, meter), meter);
    }

    /** Marks failures of the wire as failures to connect, without the driver's text, which names host and port. */
    private static Connection connect(SQLServerDataSource source) throws SQLException {
        try {
            // The driver would tell an unknown host in words only, which the JVM's cache of names changes.
            InetAddress.getByName(source.getServerName());
            return source.getConnection();
        } catch (UnknownHostException unknown) {
            throw notConnected(unknown);
        } catch (SQLException failed) {
            if (failed.getErrorCode() > 0) {
                throw failed;
            }
            throw notConnected(failed);
        }
    }

    /** All in one round trip; else each on its own, for an engine that only resembles SQL Server may lack one of them and is read all the same. */
    private static void applyManners(Connection connection) throws SQLException {
        if (!isApplied(connection, String.join(" ", MANNERS))) {
            for (String manner : MANNERS) {
                isApplied(connection, manner);
            }
        }
    }

    /** False if the engine refused it and the connection is none the worse. */
    private static boolean isApplied(Connection connection, String manners) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(manners);
            while (rows || statement.getUpdateCount() >= 0) {
                // A refusal may come with a later answer.
                rows = statement.getMoreResults();
            }
            return true;
        } catch (SQLException refused) {
            SourceFailure failure = SourceFailure.of(refused);
            if (failure.verdict() == Verdict.TIMEOUT) {
                throw notConnected(refused);
            }
            if (failure.endsConnection() || connection.isClosed()) {
                throw refused;
            }
            return false;
        }
    }

    private SQLServerDataSource dataSource(ServerSettings server, Credential credential, @Nullable String database) {
        var source = new SQLServerDataSource();
        source.setServerName(server.host());
        if (server.port() != null) {
            source.setPortNumber(server.port());
        }
        if (server.instance() != null) {
            source.setInstanceName(server.instance());
        }
        if (database != null) {
            source.setDatabaseName(database);
        }
        source.setUser(credential.username());
        source.setPassword(credential.password().reveal());
        source.setApplicationName(APPLICATION_NAME);
        source.setApplicationIntent(server.applicationIntent().text());
        source.setEncrypt(server.tls().encrypt().text());
        source.setTrustServerCertificate(server.tls().trustServerCertificate());
        source.setSendStringParametersAsUnicode(true);
        source.setLoginTimeout(server.limits().loginTimeoutSeconds());
        source.setQueryTimeout(answerSeconds.applyAsInt(server.limits()));
        // Until the connection is set up, silence is held to the login timeout; then to the statement's.
        source.setSocketTimeout(millis(server.limits().loginTimeoutSeconds()));
        // The driver's own retries would outlast the login timeout, and its silent reconnects would lose the database.
        source.setConnectRetryCount(0);
        source.setSocketFactoryClass(CountedSocketFactory.class.getName());
        return source;
    }

    private static SQLException notConnected(Exception cause) {
        return new SQLNonTransientConnectionException("No connection could be made", "08001", cause);
    }

    private static int millis(int seconds) {
        return Math.multiplyExact(seconds, 1000);
    }
}

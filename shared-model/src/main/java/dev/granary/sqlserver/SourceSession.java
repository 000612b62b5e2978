package dev.granary.sqlserver;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One connection that goes from database to database: by USE where the engine has it, else by connecting anew. */
public final class SourceSession implements AutoCloseable {
    interface Connector {
        Connection connect(@Nullable String database) throws SQLException;
    }

    private final Connector connector;
    private final EngineCapabilities capabilities;
    private final SourceMeter meter;
    private Connection connection;

    private SourceSession(
            Connector connector, Connection connection, EngineCapabilities capabilities, SourceMeter meter) {
        this.connector = connector;
        this.connection = connection;
        this.capabilities = capabilities;
        this.meter = meter;
    }

    static SourceSession begin(Connector connector, SourceMeter meter) throws SQLException {
        Connection connection = connector.connect(null);
        boolean known = false;
        try {
            var session = new SourceSession(connector, connection, EngineCapabilities.of(connection), meter);
            known = true;
            return session;
        } finally {
            if (!known) {
                connection.close();
            }
        }
    }

    public EngineCapabilities capabilities() {
        return capabilities;
    }

    /** The connection, in the database last entered; another one after {@link #enter} on engines without USE. */
    public Connection connection() {
        return connection;
    }

    /** Enters a database and returns the connection in it; if that fails, the session stays where it was. */
    public Connection enter(String database) throws SQLException {
        if (capabilities.supportsUse()) {
            // The driver quotes the name and sends USE.
            connection.setCatalog(database);
        } else {
            Connection entered = connector.connect(database);
            connection.close();
            connection = entered;
        }
        return connection;
    }

    /** Counts what this session costs. */
    public SourceMeter meter() {
        return meter;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

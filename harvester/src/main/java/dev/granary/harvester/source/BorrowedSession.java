package dev.granary.harvester.source;

import dev.granary.sqlserver.EngineCapabilities;
import dev.granary.sqlserver.SourceSession;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection to a source in the hands of one thread; closing gives it back. */
public final class BorrowedSession implements AutoCloseable {

    private final ServerGate gate;
    private final SourceSession session;
    private boolean broken;
    private boolean returned;

    BorrowedSession(ServerGate gate, SourceSession session) {
        this.gate = gate;
        this.session = session;
    }

    /** The connection, in the database last entered. */
    public Connection connection() {
        return session.connection();
    }

    public EngineCapabilities capabilities() {
        return session.capabilities();
    }

    /** Enters a database, by USE where the engine has it, and returns the connection in it. */
    public Connection use(String database) throws SQLException {
        return session.enter(database);
    }

    /** Nobody shall have this connection after me. */
    public void broken() {
        broken = true;
    }

    @Override
    public void close() {
        if (!returned) {
            returned = true;
            gate.giveBack(session, broken);
        }
    }
}

package dev.granary.harvester.source;

import dev.granary.sqlserver.EngineCapabilities;
import dev.granary.sqlserver.SourceCost;
import dev.granary.sqlserver.SourceMeter;
import dev.granary.sqlserver.SourceSession;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection to a source in the hands of one thread; closing gives it back. */
public final class BorrowedSession implements AutoCloseable {

    private final ServerGate gate;
    private final SourceSession session;
    private final SourceCost before;
    private final SourceMeter.Toll pace;
    private boolean broken;
    private boolean returned;

    /** @param before what the session had cost when it was borrowed: a connection that was made for the borrower is his */
    BorrowedSession(ServerGate gate, SourceSession session, SourceCost before, SourceMeter.Toll pace) {
        this.gate = gate;
        this.session = session;
        this.before = before;
        this.pace = pace;
        session.meter().toll(pace);
    }

    /** What this borrower has cost the source so far. */
    public SourceCost cost() {
        return session.meter().cost().since(before);
    }

    /** Asks this too before each statement; it may throw to end the harvest there. */
    public void toll(SourceMeter.Toll toll) {
        session.meter().toll(() -> {
            toll.beforeStatement();
            pace.beforeStatement();
        });
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
            session.meter().freeOfToll();
            gate.giveBack(session, broken);
        }
    }
}

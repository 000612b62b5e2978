package dev.granary.harvester.job;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a store that is away for a while, as when PostgreSQL is restarted, or in which transactions collided, from one that refuses. */
final class StoreOutage {

    private StoreOutage() {}

    static boolean isBehind(@Nullable Throwable failure) {
        for (@Nullable Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof SQLException error && isOutage(error)) {
                return true;
            }
        }
        return false;
    }

    /** Lost connections (class 08), deadlocks and their like (class 40), a server that shuts down, starts or ends a session (57P, 25P03), and a pool that got no connection. */
    private static boolean isOutage(SQLException error) {
        var state = String.valueOf(error.getSQLState());
        return state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("57P")
                || state.equals("25P03")
                || error instanceof SQLTransientConnectionException;
    }
}

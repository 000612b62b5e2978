package dev.granary.emulator.session;

import dev.granary.emulator.engine.SqlServerError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection's prepared statements by handle. */
final class PreparedStatements {

    /** A statement and the names of its parameters in order. */
    record Prepared(String text, List<String> parameters) {}

    private static final int UNKNOWN_HANDLE = 8179;

    private final Map<Integer, Prepared> statements = new HashMap<>();
    private int lastHandle;

    int add(Prepared statement) {
        statements.put(++lastHandle, statement);
        return lastHandle;
    }

    Prepared find(int handle) {
        return checked(handle, statements.get(handle));
    }

    void remove(int handle) {
        checked(handle, statements.remove(handle));
    }

    /** Removes the statement if there is one. */
    void forget(int handle) {
        statements.remove(handle);
    }

    void clear() {
        statements.clear();
    }

    private static Prepared checked(int handle, @Nullable Prepared found) {
        if (found == null) {
            throw new SqlServerError(UNKNOWN_HANDLE, "Could not find prepared statement with handle " + handle + ".");
        }
        return found;
    }
}

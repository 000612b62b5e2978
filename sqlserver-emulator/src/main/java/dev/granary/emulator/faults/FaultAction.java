package dev.granary.emulator.faults;

import dev.granary.emulator.engine.SqlServerError;
import java.time.Duration;

/** What goes wrong. */
public sealed interface FaultAction {

    /** The connection is reset (TCP RST). */
    record Drop() implements FaultAction {}

    /** Nothing more is ever said on the connection, not even to an attention. */
    record Silence() implements FaultAction {}

    /** The answer waits so long; an attention ends the wait. */
    record Delay(Duration duration) implements FaultAction {}

    /** The login or statement fails. */
    record Fail(int number, int severity, int state, String text) implements FaultAction {

        public SqlServerError error() {
            return new SqlServerError(number, severity, state, text);
        }
    }
}

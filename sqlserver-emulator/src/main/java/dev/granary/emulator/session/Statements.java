package dev.granary.emulator.session;

import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.tds.TokenWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a connection's statements on its engine session, faults first. */
final class Statements {

    private final EngineSession session;
    private final String login;
    private final TokenWriter tokens;
    private final Interruption interruption;
    private final Gate gate;
    private final WireCounters counters;

    Statements(
            EngineSession session,
            String login,
            TokenWriter tokens,
            Interruption interruption,
            Gate gate,
            WireCounters counters) {
        this.session = session;
        this.login = login;
        this.tokens = tokens;
        this.interruption = interruption;
        this.gate = gate;
        this.counters = counters;
    }

    /** Puts the whole answer but what ends a call; the error that ended it, or null. */
    @Nullable
    SqlServerError run(int doneToken, String text, List<Parameter> parameters) {
        Reply reply = reply(doneToken);
        SqlServerError error = run(reply, text, parameters);
        if (error == null) {
            reply.finish();
        } else {
            reply.fail(error);
        }
        return error;
    }

    Reply reply(int doneToken) {
        return new Reply(tokens, doneToken, interruption, gate, counters.rows);
    }

    @Nullable
    SqlServerError run(Reply reply, String text, List<Parameter> parameters) {
        interruption.begin(session);
        try {
            reply.await(gate.pass(FaultPoint.STATEMENT, login, session.database(), text));
            session.execute(text, parameters, reply);
            return null;
        } catch (SqlServerError error) {
            return error;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            interruption.end();
        }
    }
}

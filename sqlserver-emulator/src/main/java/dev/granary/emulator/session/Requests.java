package dev.granary.emulator.session;

import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.tds.Message;
import dev.granary.emulator.tds.RemoteCall;
import dev.granary.emulator.tds.TokenWriter;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers a logged-in client's messages, one at a time. */
final class Requests {

    private static final int FATAL = 20;
    private static final String COUNTERS = "EXEC emulator_counters";
    private static final int NOT_SUPPORTED = 50_903;

    /** The driver gives handles up in batches of this form, and only the wire knows handles. */
    private static final Pattern UNPREPARE =
            Pattern.compile("\\s*EXEC(?:UTE)?\\s+sp_unprepare\\s+(\\d+)\\s*;?", Pattern.CASE_INSENSITIVE);

    private final EngineSession session;
    private final TokenWriter tokens;
    private final Interruption interruption;
    private final WireCounters counters;
    private final PreparedStatements prepared = new PreparedStatements();
    private final Statements statements;
    private final Calls calls;
    private final Transactions transactions;

    Requests(
            EngineSession session,
            String login,
            TokenWriter tokens,
            Interruption interruption,
            Gate gate,
            WireCounters counters) {
        this.session = session;
        this.tokens = tokens;
        this.interruption = interruption;
        this.counters = counters;
        this.statements = new Statements(session, login, tokens, interruption, gate, counters);
        this.calls = new Calls(statements, prepared, tokens);
        this.transactions = new Transactions(statements, tokens);
    }

    /** Puts the answer but for its end; false when the connection must close after it. */
    boolean answer(Message message) throws IOException {
        if (message.type() == Message.ATTENTION) {
            counters.attentions.increment();
            interruption.clear();
            tokens.done(TokenWriter.DONE, TokenWriter.ATTENTION, 0, 0);
            return true;
        }
        if (message.ignored()) {
            tokens.done(TokenWriter.DONE, TokenWriter.FAILED, 0, 0);
            return true;
        }
        if (message.reset()) {
            reset();
        }
        SqlServerError error =
                switch (message.type()) {
                    case Message.BATCH -> batch(message.body().rest());
                    case Message.RPC -> calls(message);
                    case Message.TRANSACTION -> transaction(message);
                    default -> refused("The emulator takes no message of type " + message.type() + ".");
                };
        return error == null || error.severity() < FATAL;
    }

    private void reset() {
        String before = session.database();
        session.reset();
        prepared.clear();
        tokens.reset();
        if (!before.equals(session.database())) {
            tokens.changed(TokenWriter.DATABASE, session.database(), before);
        }
    }

    private @Nullable SqlServerError batch(String text) {
        if (COUNTERS.equalsIgnoreCase(text.strip())) {
            counters.now().tell(statements.reply(TokenWriter.DONE));
            return null;
        }
        counters.batches.increment();
        Matcher unprepare = UNPREPARE.matcher(text);
        if (!unprepare.lookingAt()) {
            return statements.run(TokenWriter.DONE, text, List.of());
        }
        unprepare.reset();
        Reply reply = statements.reply(TokenWriter.DONE);
        try {
            while (unprepare.find()) {
                prepared.remove(Integer.parseInt(unprepare.group(1)));
            }
            reply.finish();
            return null;
        } catch (SqlServerError unknown) {
            reply.fail(unknown);
            return unknown;
        }
    }

    private @Nullable SqlServerError calls(Message message) throws IOException {
        counters.calls.increment();
        List<RemoteCall> all;
        try {
            all = RemoteCall.readAll(message);
        } catch (SqlServerError unread) {
            statements.reply(TokenWriter.DONE).fail(unread);
            return unread;
        }
        SqlServerError worst = null;
        for (int i = 0; i < all.size(); i++) {
            boolean last = i == all.size() - 1 || interruption.requested();
            SqlServerError error = calls.answer(all.get(i), last ? 0 : TokenWriter.MORE);
            if (error != null && (worst == null || error.severity() > worst.severity())) {
                worst = error;
            }
            if (last || (error != null && error.severity() >= FATAL)) {
                break;
            }
        }
        return worst;
    }

    private @Nullable SqlServerError transaction(Message message) throws IOException {
        counters.transactions.increment();
        return transactions.answer(message);
    }

    private SqlServerError refused(String text) {
        SqlServerError error = new SqlServerError(NOT_SUPPORTED, text);
        statements.reply(TokenWriter.DONE).fail(error);
        return error;
    }
}

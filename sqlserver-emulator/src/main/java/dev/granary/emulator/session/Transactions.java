package dev.granary.emulator.session;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.tds.ByteReader;
import dev.granary.emulator.tds.Message;
import dev.granary.emulator.tds.TokenWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transaction-manager requests, run as the statements they stand for. */
final class Transactions {

    private static final int BEGIN = 5;
    private static final int COMMIT = 7;
    private static final int ROLLBACK = 8;
    private static final int SAVE = 9;
    private static final int BEGUN = 8;
    private static final int COMMITTED = 9;
    private static final int ROLLED_BACK = 10;
    private static final int NO_CHANGE = 0;
    private static final int NOT_SUPPORTED = 50_902;

    private final Statements statements;
    private final TokenWriter tokens;
    private long last;

    Transactions(Statements statements, TokenWriter tokens) {
        this.statements = statements;
        this.tokens = tokens;
    }

    @Nullable
    SqlServerError answer(Message message) throws IOException {
        ByteReader in = message.body();
        int request = in.u2();
        return switch (request) {
            case BEGIN -> run("BEGIN TRANSACTION", BEGUN, ++last, 0);
            case COMMIT -> run("COMMIT TRANSACTION", COMMITTED, 0, last);
            case ROLLBACK -> {
                String savepoint = name(in);
                yield savepoint.isEmpty()
                        ? run("ROLLBACK TRANSACTION", ROLLED_BACK, 0, last)
                        : run("ROLLBACK TRANSACTION " + quoted(savepoint), NO_CHANGE, 0, 0);
            }
            case SAVE -> run("SAVE TRANSACTION " + quoted(name(in)), NO_CHANGE, 0, 0);
            default -> {
                SqlServerError error = new SqlServerError(
                        NOT_SUPPORTED, "The emulator takes no transaction request of type " + request + ".");
                statements.reply(TokenWriter.DONE).fail(error);
                yield error;
            }
        };
    }

    private @Nullable SqlServerError run(String text, int change, long begun, long ended) {
        Reply reply = statements.reply(TokenWriter.DONE);
        SqlServerError error = statements.run(reply, text, List.of());
        if (error != null) {
            reply.fail(error);
            return error;
        }
        if (change != NO_CHANGE) {
            tokens.transaction(change, begun, ended);
        }
        reply.finish();
        return null;
    }

    /** Unlike elsewhere, the length of these names is in bytes. */
    private static String name(ByteReader in) throws IOException {
        return in.utf16(in.u1() / 2);
    }

    private static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }
}

package dev.granary.emulator.session;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.StatementKind;
import dev.granary.emulator.faults.Faults.Armed;
import dev.granary.emulator.tds.TokenWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The answer to one statement, token by token as the engine produces it. */
final class Reply implements Results {

    private static final int DATABASE_CHANGED = 5701;
    private static final int INFORMATION = 10;

    private final TokenWriter tokens;
    private final int doneToken;
    private final Interruption interruption;
    private final Gate gate;
    private final LongAdder counter;
    private final List<Armed> faults = new ArrayList<>();
    private long rows;
    private long rowsCounted;
    private boolean donePending;
    private int command;
    private long count;

    Reply(TokenWriter tokens, int doneToken, Interruption interruption, Gate gate, LongAdder counter) {
        this.tokens = tokens;
        this.doneToken = doneToken;
        this.interruption = interruption;
        this.gate = gate;
        this.counter = counter;
    }

    /** Faults that wait for so many rows of this answer. */
    void await(List<Armed> waiting) {
        faults.addAll(waiting);
    }

    @Override
    public void columns(List<ResultColumn> columns) {
        putPendingDone(TokenWriter.MORE);
        tokens.columns(columns);
    }

    @Override
    public void row(@Nullable Object[] values) {
        if (interruption.requested()) {
            throw SqlServerError.cancelled();
        }
        if (!faults.isEmpty()) {
            strikeAtRow();
        }
        tokens.row(values);
        rows++;
    }

    @Override
    public void done(StatementKind kind, long rowCount) {
        putPendingDone(TokenWriter.MORE);
        if (!faults.isEmpty()) {
            strikeAtRow();
        }
        counter.add(rows - rowsCounted);
        rowsCounted = rows;
        donePending = true;
        count = rowCount;
        command = switch (kind) {
            case SELECT -> 0xC1;
            case INSERT -> 0xC3;
            case DELETE -> 0xC4;
            case UPDATE -> 0xC5;
            case OTHER -> 0;
        };
    }

    @Override
    public void databaseChanged(String before, String after) {
        putPendingDone(TokenWriter.MORE);
        tokens.changed(TokenWriter.DATABASE, after, before);
        tokens.information(DATABASE_CHANGED, INFORMATION, "Changed database context to '" + after + "'.");
    }

    @Override
    public void message(int number, int severity, String text) {
        putPendingDone(TokenWriter.MORE);
        tokens.information(number, severity, text);
    }

    /** Ends the answer. In a call more follows; in a batch the last DONE says that nothing does. */
    void finish() {
        boolean batch = doneToken == TokenWriter.DONE;
        if (batch && !donePending) {
            tokens.done(TokenWriter.DONE, 0, 0, 0);
        }
        putPendingDone(batch ? 0 : TokenWriter.MORE);
    }

    /** Ends the statement with an error; a cancelled one only ends. */
    void fail(SqlServerError error) {
        counter.add(rows - rowsCounted);
        putPendingDone(TokenWriter.MORE);
        if (error.number() != 0) {
            tokens.error(error);
        }
        if (doneToken == TokenWriter.DONE) {
            tokens.done(TokenWriter.DONE, TokenWriter.FAILED, 0, 0);
        }
    }

    private void putPendingDone(int more) {
        if (donePending) {
            donePending = false;
            tokens.done(doneToken, more | (count >= 0 ? TokenWriter.COUNT : 0), command, Math.max(0, count));
        }
    }

    private void strikeAtRow() {
        for (Armed armed : List.copyOf(faults)) {
            if (armed.rule().afterRows() == rows) {
                faults.remove(armed);
                tokens.flush();
                try {
                    gate.strike(armed);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}

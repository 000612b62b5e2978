package dev.granary.emulator.session;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.engine.StatementKind;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what crosses the wire, so that a benchmark can tell round trips from work. */
public final class WireCounters {

    final LongAdder logins = new LongAdder();
    final LongAdder batches = new LongAdder();
    final LongAdder calls = new LongAdder();
    final LongAdder transactions = new LongAdder();
    final LongAdder attentions = new LongAdder();
    final LongAdder rows = new LongAdder();
    final LongAdder bytes = new LongAdder();

    private final AtomicInteger answering = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    WireCounters() {}

    /** The counts at one moment: messages by kind, rows and bytes sent; logins count when they succeed. */
    public record Counts(
            long logins, long batches, long calls, long transactions, long attentions, long rows, long bytes) {

        /** Messages that each cost the client a wait: batches, calls and transaction requests. */
        public long roundTrips() {
            return batches + calls + transactions;
        }

        /** One row of a bigint for each count, which is how another process asks: {@code EXEC emulator_counters}. */
        void tell(Reply reply) {
            List<ResultColumn> columns = new ArrayList<>();
            for (RecordComponent component : Counts.class.getRecordComponents()) {
                columns.add(new ResultColumn(component.getName(), SqlType.BIGINT, 0, 0, 0, false));
            }
            reply.columns(columns);
            reply.row(new Object[] {logins, batches, calls, transactions, attentions, rows, bytes});
            reply.done(StatementKind.SELECT, 1);
            reply.finish();
        }

        public Counts since(Counts earlier) {
            return new Counts(
                    logins - earlier.logins,
                    batches - earlier.batches,
                    calls - earlier.calls,
                    transactions - earlier.transactions,
                    attentions - earlier.attentions,
                    rows - earlier.rows,
                    bytes - earlier.bytes);
        }
    }

    /** How many connections at most had a message unanswered at the same time; those that lie idle do not count. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    void answering() {
        mostAtOnce.accumulateAndGet(answering.incrementAndGet(), Math::max);
    }

    void answered() {
        answering.decrementAndGet();
    }

    public Counts now() {
        return new Counts(
                logins.sum(),
                batches.sum(),
                calls.sum(),
                transactions.sum(),
                attentions.sum(),
                rows.sum(),
                bytes.sum());
    }
}

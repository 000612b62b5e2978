package dev.granary.emulator.h2;

import org.h2.api.Aggregate;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** CHECKSUM_AGG: the exclusive or of its arguments, so that a pair of equal ones leaves no trace. */
public final class ChecksumAggregate implements Aggregate {

    private int sum;
    private boolean any;

    @Override
    public int getInternalType(int[] inputTypes) {
        return Value.INTEGER;
    }

    @Override
    public void add(@Nullable Object value) {
        if (value instanceof Number number) {
            sum ^= number.intValue();
            any = true;
        }
    }

    @Override
    public @Nullable Object getResult() {
        return any ? sum : null;
    }
}

package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a catalogue view.
 *
 * @param length as in ResultColumn
 */
public record ViewColumn<T>(
        String name, SqlType type, int length, int precision, int scale, boolean nullable, Value<? super T> value) {

    /** Reads the column from a row's model object, in the Java class of the column's type. */
    @FunctionalInterface
    public interface Value<T> {
        @Nullable
        Object of(T row, Scope scope);
    }
}

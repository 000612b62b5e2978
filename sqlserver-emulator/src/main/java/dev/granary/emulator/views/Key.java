package dev.granary.emulator.views;

import java.util.List;
import java.util.function.Function;

/**
 * An order in which a view's rows can be had without sorting, and a way to the rows of one key value.
 *
 * @param columns the integer columns by which {@code sorted} is ordered
 * @param width how many of them {@code lookup} is given at least; it may use or leave the rest
 */
public record Key<T>(List<String> columns, int width, Function<Scope, Iterable<T>> sorted, Lookup<T> lookup) {

    /** Finds the rows with these values in the key's first columns; values past the width may be ignored. */
    @FunctionalInterface
    public interface Lookup<T> {
        Iterable<T> rows(Scope scope, int[] values);
    }
}

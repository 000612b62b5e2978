package dev.granary.emulator.h2;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.model.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column that a query would have.
 *
 * @param result as it would travel
 * @param origin the column of a table or view that it is taken from as it stands, if there is one
 * @param nullable whether it may be NULL, for the origin's sake or an outer join's
 */
public record Described(ResultColumn result, @Nullable Column origin, boolean nullable) {}

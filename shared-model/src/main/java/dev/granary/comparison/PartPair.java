package dev.granary.comparison;

import org.jspecify.annotations.Nullable;

/**
 * One aspect of an object on both sides.
 *
 * @param aspect its name in JSON
 * @param was the body; null where there is none or it is unknown
 */
public record PartPair(
        String aspect,
        @Nullable String was,
        boolean wasUnknown,
        @Nullable String now,
        boolean nowUnknown) {

    /** Whether one side could not be read, which says nothing of a difference. */
    public boolean isUnknown() {
        return wasUnknown || nowUnknown;
    }
}

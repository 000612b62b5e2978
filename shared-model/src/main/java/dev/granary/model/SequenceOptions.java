package dev.granary.model;

import org.jspecify.annotations.Nullable;

/** How a sequence counts, in decimal digits; its current value is not content. {@code cache} is null where the server chooses, {@code 0} without a cache. */
public record SequenceOptions(
        String type,
        String start,
        String increment,
        String minimum,
        String maximum,
        boolean cycles,
        @Nullable String cache)
        implements PartContent {

    @Override
    public Aspect aspect() {
        return Aspect.SEQUENCE;
    }
}

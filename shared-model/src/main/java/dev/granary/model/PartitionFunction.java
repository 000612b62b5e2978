package dev.granary.model;

import java.util.List;

/** Where a partition function cuts its values; a boundary belongs to the partition on its left unless {@code right}. Dates are written as ISO 8601 has them. */
public record PartitionFunction(String type, boolean right, List<String> boundaries) implements PartContent {

    public PartitionFunction {
        boundaries = Lists.copy(boundaries);
    }

    @Override
    public Aspect aspect() {
        return Aspect.PARTITION_FUNCTION;
    }
}

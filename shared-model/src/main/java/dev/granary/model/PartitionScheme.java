package dev.granary.model;

import java.util.List;

/** The filegroups over which a partition function's partitions are spread, in order; one where all are alike. */
public record PartitionScheme(String function, List<String> fileGroups) implements PartContent {

    public PartitionScheme {
        fileGroups = Lists.copy(fileGroups);
    }

    @Override
    public Aspect aspect() {
        return Aspect.PARTITION_SCHEME;
    }
}

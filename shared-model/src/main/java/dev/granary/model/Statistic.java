package dev.granary.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statistics on columns, in their order. */
public record Statistic(
        String name, List<String> columns, @Nullable String filter, boolean noRecompute, boolean incremental) {

    public Statistic {
        columns = Lists.copy(columns);
    }
}

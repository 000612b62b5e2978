package dev.granary.model;

import java.util.List;

/** The statistics that people made, by name; those the server made come and go. */
public record Statistics(List<Statistic> statistics) implements PartContent {

    public Statistics {
        statistics = Lists.copy(statistics);
    }

    @Override
    public Aspect aspect() {
        return Aspect.STATISTICS;
    }
}

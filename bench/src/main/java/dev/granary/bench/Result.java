package dev.granary.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measured thing beside its reference.
 *
 * @param value median of the runs
 * @param runs smallest and largest
 * @param ratio median of the ratios of each pair of runs; null where there is no reference
 * @param bar the ratio that must not be passed
 * @param detail whatever else explains the figure
 */
record Result(
        String id,
        double value,
        String unit,
        List<Double> runs,
        @Nullable String reference,
        @Nullable Double referenceValue,
        @Nullable Double ratio,
        @Nullable Double bar,
        @Nullable Boolean met,
        Map<String, Object> detail) {

    Result {
        runs = List.copyOf(runs);
        detail = Map.copyOf(detail);
    }
}

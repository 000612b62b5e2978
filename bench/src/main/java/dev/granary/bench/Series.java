package dev.granary.bench;

import java.util.ArrayList;
import java.util.List;

/** Repeated measurements of one thing. */
final class Series {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return median(values);
    }

    List<Double> range() {
        return List.of(
                round(values.stream().min(Double::compare).orElseThrow()),
                round(values.stream().max(Double::compare).orElseThrow()));
    }

    double last() {
        return values.getLast();
    }

    /** The median of the ratios, pair by pair, to the sum of the others. */
    double ratioTo(Series... references) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < values.size(); i++) {
            double reference = 0;
            for (var series : references) {
                reference += series.values.get(i);
            }
            ratios.add(values.get(i) / reference);
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}

package dev.granary.query.diff;

import dev.granary.comparison.HarvestFormat;
import dev.granary.model.ObjectKind;
import java.util.List;

/** What the two sides of a diff could tell: what one of them could not is no difference. */
record Sight(Snapshots.State left, Snapshots.State right) {

    /** What the harvesters of both could tell. */
    HarvestFormat format() {
        return left.format().common(right.format());
    }

    /** Without the objects of one side whose kind the harvester of the other did not list. */
    List<Pair> comparable(List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> pair.onBothSides() || lacking(pair).format().knows(kind(pair)))
                .toList();
    }

    private Snapshots.State lacking(Pair pair) {
        return pair.oldDefinition() == null ? left : right;
    }

    private static ObjectKind kind(Pair pair) {
        return ObjectKind.named(pair.kind()).orElseThrow();
    }
}

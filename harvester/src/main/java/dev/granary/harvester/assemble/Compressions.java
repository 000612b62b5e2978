package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.CompressionRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which partitions of which heap or index are compressed, as runs of partitions that are alike. Most tables are compressed like others, so that
 * each list of runs is held once, however many have it.
 */
final class Compressions implements SectionRows<CompressionRow> {

    private final Map<Long, List<Run>> byIndex = new HashMap<>();
    private final Map<List<Run>, List<Run>> distinct = new HashMap<>();
    private final List<Run> runs = new ArrayList<>();
    private long current;
    private boolean known;

    @Override
    public void row(CompressionRow row) {
        long index = index(row.objectId(), row.indexId());
        if (index != current) {
            keep();
            current = index;
        }
        var last = runs.isEmpty() ? null : runs.getLast();
        if (last != null && last.isFollowedBy(row)) {
            runs.set(runs.size() - 1, new Run(last.first(), row.partitionNumber(), last.kind(), last.xml()));
        } else {
            runs.add(new Run(
                    row.partitionNumber(), row.partitionNumber(), kind(row.compression()), row.xmlCompression()));
        }
    }

    @Override
    public void end() {
        keep();
        known = true;
    }

    /** Whether the section was read to its end: before that, nothing is known to be uncompressed. */
    boolean known() {
        return known;
    }

    List<Run> of(int objectId, int indexId) {
        return byIndex.getOrDefault(index(objectId, indexId), List.of());
    }

    private void keep() {
        if (!runs.isEmpty()) {
            var list = List.copyOf(runs);
            byIndex.put(current, distinct.computeIfAbsent(list, same -> same));
            runs.clear();
        }
    }

    private static long index(int objectId, int indexId) {
        return ((long) objectId << Integer.SIZE) | indexId;
    }

    /** The codes of {@code sys.partitions.data_compression}; every columnstore index is compressed as one. */
    private static @Nullable String kind(int compression) {
        return switch (compression) {
            case 1 -> "row";
            case 2 -> "page";
            case 4 -> "columnstore_archive";
            default -> null;
        };
    }

    /**
     * Consecutive partitions that are compressed alike.
     *
     * @param kind {@code row}, {@code page} or {@code columnstore_archive}; null where only XML is
     */
    record Run(int first, int last, @Nullable String kind, boolean xml) {

        boolean isFollowedBy(CompressionRow row) {
            return last + 1 == row.partitionNumber()
                    && xml == row.xmlCompression()
                    && Objects.equals(kind, Compressions.kind(row.compression()));
        }

        int partitions() {
            return last - first + 1;
        }
    }
}

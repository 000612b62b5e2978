package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.IndexRow;
import dev.granary.model.SpatialIndex;
import dev.granary.model.XmlIndex;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What XML and spatial indexes have that others lack. */
final class SpecialIndexes {

    private SpecialIndexes() {}

    static @Nullable XmlIndex xml(IndexRow row) {
        return "XML".equals(row.indexType())
                        && (row.xmlType() != null || row.xmlPrimary() != null || row.xmlUsing() != null)
                ? new XmlIndex(
                        ObjectAssembly.lower(row.xmlType()), row.xmlPrimary(), ObjectAssembly.lower(row.xmlUsing()))
                : null;
    }

    static @Nullable SpatialIndex spatial(IndexRow row) {
        if (row.tessellation() == null) {
            return null;
        }
        return new SpatialIndex(
                row.tessellation().toLowerCase(Locale.ROOT),
                Stream.of(row.xMin(), row.yMin(), row.xMax(), row.yMax())
                        .filter(Objects::nonNull)
                        .map(SpecialIndexes::digits)
                        .toList(),
                Stream.of(row.grid1(), row.grid2(), row.grid3(), row.grid4())
                        .filter(Objects::nonNull)
                        .map(grid -> grid.toLowerCase(Locale.ROOT))
                        .toList(),
                row.cellsPerObject());
    }

    private static String digits(double coordinate) {
        return coordinate == 0
                ? "0"
                : BigDecimal.valueOf(coordinate).stripTrailingZeros().toPlainString();
    }
}

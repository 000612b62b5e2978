package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.FulltextRow;
import dev.granary.model.FulltextIndex;
import dev.granary.model.FulltextIndex.FulltextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The full-text index of one table or view. */
final class FulltextAssembly {

    private static final int SYSTEM_STOPLIST = 0;

    private final ContentSink sink;

    FulltextAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void index(Owner owner, List<FulltextRow> rows) {
        var row = rows.getFirst();
        var columns = new ArrayList<FulltextColumn>(rows.size());
        for (var column : rows) {
            if (column.columnName() != null) {
                columns.add(new FulltextColumn(
                        column.columnName(), column.languageName(), column.typeColumn(), column.semantics()));
            }
        }
        sink.part(
                owner,
                new FulltextIndex(
                        row.keySystemNamed() ? null : row.keyIndex(),
                        row.catalogName(),
                        stoplist(row),
                        "AUTO".equals(row.changeTracking()) ? null : ObjectAssembly.lower(row.changeTracking()),
                        !row.enabled(),
                        columns),
                Map.of());
    }

    private static @Nullable String stoplist(FulltextRow row) {
        if (row.stoplistId() == null) {
            return "off";
        }
        return row.stoplistId() == SYSTEM_STOPLIST ? null : row.stoplistName();
    }
}

package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.ClassificationRow;
import dev.granary.model.Aspect;
import dev.granary.model.Classification;
import dev.granary.model.ClassifiedColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was declared about the sensitivity of one table's columns. */
final class ClassificationAssembly {

    private final ContentSink sink;

    ClassificationAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void classifications(Owner table, List<ClassificationRow> rows) {
        var columns = new ArrayList<ClassifiedColumn>(rows.size());
        for (var row : rows) {
            if (row.columnName() == null) {
                sink.unknown(table, Aspect.CLASSIFICATION);
                return;
            }
            columns.add(new ClassifiedColumn(
                    row.columnName(), row.label(), row.informationType(), ObjectAssembly.lower(row.rankDescription())));
        }
        columns.sort(Comparator.comparing(ClassifiedColumn::column));
        sink.part(table, new Classification(columns), Map.of());
    }
}

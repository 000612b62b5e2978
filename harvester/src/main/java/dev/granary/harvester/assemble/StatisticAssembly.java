package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.StatisticRow;
import dev.granary.model.Aspect;
import dev.granary.model.Statistic;
import dev.granary.model.Statistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The statistics that people made on one table or view. They are unknown as a whole where the login may not see a column or filter. */
final class StatisticAssembly {

    private final ContentSink sink;

    StatisticAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void statistics(Owner owner, List<StatisticRow> rows) {
        var statistics = new ArrayList<Statistic>();
        for (int from = 0, to; from < rows.size(); from = to) {
            var row = rows.get(from);
            var columns = new ArrayList<String>();
            for (to = from; to < rows.size() && rows.get(to).statisticId() == row.statisticId(); to++) {
                var column = rows.get(to).columnName();
                if (column == null) {
                    sink.unknown(owner, Aspect.STATISTICS);
                    return;
                }
                columns.add(GraphNames.withoutSuffix(column));
            }
            if (row.filtered() && row.filterExpression() == null) {
                sink.unknown(owner, Aspect.STATISTICS);
                return;
            }
            statistics.add(new Statistic(
                    row.statisticName(), columns, row.filterExpression(), row.noRecompute(), row.incremental()));
        }
        statistics.sort(Comparator.comparing(Statistic::name));
        sink.part(owner, new Statistics(statistics), Map.of());
    }
}

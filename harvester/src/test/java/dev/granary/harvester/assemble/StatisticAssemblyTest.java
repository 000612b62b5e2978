package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.catalog.FulltextRow;
import dev.granary.harvester.catalog.StatisticRow;
import dev.granary.model.Aspect;
import dev.granary.model.FulltextIndex;
import dev.granary.model.FulltextIndex.FulltextColumn;
import dev.granary.model.Statistic;
import dev.granary.model.Statistics;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticAssemblyTest {

    private static final Owner TABLE = Assemblies.object(7);

    private final RecordingSink sink = new RecordingSink();

    @Test
    void listsStatisticsByNameWithTheirColumnsInOrder() {
        new StatisticAssembly(sink)
                .statistics(
                        TABLE,
                        List.of(row(2, "late", false, "b"), row(2, "late", false, "a"), row(3, "early", false, "a")));

        assertThat(sink.only(Statistics.class).statistics())
                .containsExactly(
                        new Statistic("early", List.of("a"), null, false, false),
                        new Statistic("late", List.of("b", "a"), null, false, false));
    }

    @Test
    void leavesStatisticsUnknownWhoseFilterTheLoginMayNotRead() {
        new StatisticAssembly(sink).statistics(TABLE, List.of(row(2, "s", true, "b")));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(TABLE, Aspect.STATISTICS));
    }

    @Test
    void tellsAFullTextIndexWithoutStopWordsFromOneWithTheSystemsOwn() {
        var assembly = new FulltextAssembly(sink);
        assembly.index(TABLE, List.of(fulltext(null)));
        assembly.index(TABLE, List.of(fulltext(0)));

        assertThat(sink.parts)
                .extracting(part -> ((FulltextIndex) part.content()).stoplist())
                .containsExactly("off", null);
        assertThat(sink.parts.getFirst().content())
                .isEqualTo(new FulltextIndex(
                        null, "docs", "off", null, false, List.of(new FulltextColumn("body", "English", null, false))));
    }

    private static StatisticRow row(int id, String name, boolean filtered, String column) {
        return new StatisticRow(7, id, name, filtered, null, false, false, column);
    }

    private static FulltextRow fulltext(Integer stoplist) {
        return new FulltextRow(7, "PK__1", true, "docs", stoplist, null, "AUTO", true, "body", "English", null, false);
    }
}

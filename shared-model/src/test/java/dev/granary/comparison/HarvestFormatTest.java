package dev.granary.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HarvestFormatTest {

    @Test
    void hasInCommonWhatBothCouldTellInTheOlderFormat() {
        var older = new HarvestFormat(Map.of("table", Map.of("columns", 1, "keys", 2, "checks", 1)));
        var newer = new HarvestFormat(
                Map.of("table", Map.of("columns", 2, "keys", 1, "fulltext", 1), "assembly", Map.of("assembly", 1)));
        var common = new HarvestFormat(Map.of("table", Map.of("columns", 1, "keys", 1)));

        assertThat(older.common(newer)).isEqualTo(common);
        assertThat(newer.common(older)).isEqualTo(common);
        assertThat(newer.common(newer)).isEqualTo(newer);
    }
}

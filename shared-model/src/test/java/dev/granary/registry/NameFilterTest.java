package dev.granary.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameFilterTest {
    @Test
    void excludesWhatAnyExcludePatternMatches() {
        NameFilter filter = filter(List.of("*"), "*_archive", "tmp");

        assertThat(filter.includes("sales")).isTrue();
        assertThat(filter.includes("Sales_Archive")).isFalse();
        assertThat(filter.includes("TMP")).isFalse();
    }

    @Test
    void meansASystemDatabaseOnlyWhenItIsNamedExactly() {
        assertThat(NameFilter.ALL.includesDatabase("sales")).isTrue();
        assertThat(NameFilter.ALL.includesDatabase("master")).isFalse();
        assertThat(filter(List.of("m*")).includesDatabase("msdb")).isFalse();
        assertThat(filter(List.of("*", "msdb")).includesDatabase("msdb")).isTrue();
        assertThat(filter(List.of("*", "msdb")).includesDatabase("model")).isFalse();
        assertThat(filter(List.of("tempdb"), "temp*").includesDatabase("tempdb"))
                .isFalse();
    }

    private static NameFilter filter(List<String> include, String... exclude) {
        return new NameFilter(
                include.stream().map(NamePattern::of).toList(),
                Arrays.stream(exclude).map(NamePattern::of).toList());
    }
}

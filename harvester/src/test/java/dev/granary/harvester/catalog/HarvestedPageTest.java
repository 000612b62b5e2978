package dev.granary.harvester.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page on what is harvested has a row for every kind, with the section that reads it and the right it needs. */
class HarvestedPageTest {

    @ParameterizedTest
    @EnumSource
    void describesEveryKind(HarvestedKind kind) throws IOException {
        assertThat(rows())
                .anySatisfy(cells -> assertThat(cells)
                        .startsWith(kind.kindName())
                        .containsSubsequence(kind.kindName(), kind.source().name(), right(kind)));
    }

    @Test
    void describesEverySection() throws IOException {
        assertThat(rows().map(cells -> cells.getFirst()))
                .containsAll(CatalogQuery.ALL.stream().map(CatalogQuery::name).toList());
    }

    @Test
    void describesEveryFactOfAServerAndTheMeasures() throws IOException {
        assertThat(rows().map(cells -> cells.getFirst()))
                .contains(new Source.Measures().name())
                .containsAll(Arrays.stream(ServerFact.values())
                        .map(ServerFact::jsonName)
                        .toList());
    }

    @Test
    void describesNoKindThatIsNotHarvested() throws IOException {
        var kinds = Arrays.stream(HarvestedKind.values()).map(HarvestedKind::kindName);
        assertThat(rows().dropWhile(cells -> !cells.getFirst().equals("kind"))
                        .skip(2)
                        .takeWhile(cells -> !cells.getFirst().startsWith("`"))
                        .map(cells -> cells.getFirst()))
                .containsExactlyInAnyOrderElementsOf(kinds.toList());
    }

    private static String right(HarvestedKind kind) {
        return kind.right().name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private static Stream<List<String>> rows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "harvested.md")).stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList());
    }
}

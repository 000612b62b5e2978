package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.HarvestedKind;
import dev.granary.harvester.catalog.ServerFact;
import dev.granary.harvester.catalog.Source;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** Nothing is read that the closed list of kinds does not name, and nothing stands in it twice. */
class HarvestedKindsTest {

    @Test
    void nameEverySectionThatReadsAnything() {
        assertThat(sources())
                .containsAll(Stream.of(Section.values())
                        .map(Section::query)
                        .filter(query -> query != CatalogQuery.VISIBILITY)
                        .map(Source.Section::new)
                        .toList());
    }

    @Test
    void nameEveryFactOfAServerAndTheMeasures() {
        assertThat(sources())
                .contains(new Source.Measures())
                .containsAll(
                        Arrays.stream(ServerFact.values()).map(Source.Fact::new).toList());
    }

    @ParameterizedTest
    @EnumSource
    void needTheRightOfTheirSection(HarvestedKind kind) {
        switch (kind.source()) {
            case Source.Section of ->
                assertThat(Section.named(of.name()))
                        .get()
                        .extracting(Section::right)
                        .isEqualTo(kind.right());
            case Source.Fact of -> assertThat(of.fact().sql()).contains("Needs no right");
            case Source.Measures of -> assertThat(kind).isEqualTo(HarvestedKind.MEASURE);
        }
    }

    @Test
    void haveScriptsForEveryKindOfObjectAndEveryAspect() throws IOException {
        var held = new ArrayList<List<String>>();
        for (var kind : HarvestedKind.values()) {
            KindContract.expectations(kind).forEach(line -> held.add(List.of(line.split(" \\| "))));
        }
        assertThat(held)
                .extracting(List::getFirst)
                .containsAll(Arrays.stream(ObjectKind.values())
                        .map(ObjectKind::jsonName)
                        .toList());
        assertThat(held)
                .extracting(line -> line.get(2))
                .containsAll(
                        Arrays.stream(Aspect.values()).map(Aspect::jsonName).toList());
    }

    @Test
    void leaveNoScriptWithoutAKind() throws IOException {
        var scripts =
                new ClassPathResource("kinds", HarvestedKind.class).getFile().list();
        assertThat(Objects.requireNonNull(scripts))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(HarvestedKind.values())
                        .map(kind -> kind.kindName() + ".sql")
                        .toList());
    }

    private static List<Source> sources() {
        return Arrays.stream(HarvestedKind.values()).map(HarvestedKind::source).toList();
    }
}

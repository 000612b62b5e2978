package dev.granary.harvester.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house style that other classes rely on, held by every statement. */
class DisguiseTest {

    @ParameterizedTest
    @MethodSource("questions")
    void namesEveryComponentOnceAndNothingElse(CatalogQuery<?> query) {
        var components = Arrays.stream(query.rowType().getRecordComponents())
                .map(component -> RowReader.snakeCase(component.getName()))
                .toList();

        assertThat(Disguise.of(query, 1).columns()).containsOnlyKeys(components.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void qualifiesEveryColumnAndNamesViewsInLowerCase(CatalogQuery<?> query) {
        var code = query.sql().replaceAll("--[^\\n]*", "").replaceAll("N?'[^']*'", "''");

        assertThat(code).doesNotContainPattern("(?i)\\bsys\\.(?!\\w+ AS )\\w");
        assertThat(code).doesNotContainPattern("\\bsys\\.[a-z_]*[A-Z]");
        assertThat(code).doesNotContain("?").doesNotContain(";").doesNotContain("*");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void saysInItsFirstCommentWhatARowIsAndWhatItNeeds(CatalogQuery<?> query) {
        assertThat(query.sql()).startsWith("-- One row").containsPattern("(?m)^-- Needs ");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void changesEveryAliasOfAView(CatalogQuery<?> query) {
        var disguise = Disguise.of(query, 1).sql();

        assertThat(disguise).doesNotContainPattern("(?i)sys\\.\\w+\\s+as\\s+(?!view_)\\w");
        assertThat(disguise).isNotEqualTo(query.sql());
    }

    static Iterable<CatalogQuery<?>> questions() {
        return CatalogQuery.ALL;
    }
}

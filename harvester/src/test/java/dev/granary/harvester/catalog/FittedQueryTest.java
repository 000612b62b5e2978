package dev.granary.harvester.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FittedQueryTest {

    private static final String SQL = """
            -- One row per thing. It needs nothing.
            SELECT t.id AS id, -- needs sys.things.id
                   t.name AS name, -- needs sys.things.name
                   CASE WHEN t.flag = 1 THEN 1 ELSE 0 END AS flag, -- needs sys.things.flag, sys.flags
                   COALESCE(
                       f.first, -- needs sys.flags
                       t.second) AS second,
                   f.at AS at -- needs sys.flags
              FROM sys.things AS t
              LEFT JOIN sys.flags AS f ON f.id = t.id -- needs sys.flags
             WHERE t.id > 0
               AND f.id IS NOT NULL -- needs sys.flags
            """;

    private record Thing(
            int id, @Nullable String name, boolean flag, int second, java.time.@Nullable LocalDateTime at) {}

    @Test
    void leavesAStatementAsItIsWhereTheEngineHasEverything() {
        assertThat(FittedQuery.of(SQL, Thing.class, EngineFeatures.EVERYTHING))
                .isEqualTo(new FittedQuery(SQL, List.of()));
    }

    @Test
    void leavesOutWhatAMissingViewWouldTellAndSaysSo() {
        var engine = engine(Map.of("sys.things", Set.of("id", "name", "flag", "second")));

        var fitted = FittedQuery.of(SQL, Thing.class, engine);

        assertThat(fitted.without()).containsExactly("sys.flags");
        assertThat(fitted.sql()).isEqualTo("""
                -- One row per thing. It needs nothing.
                SELECT t.id AS id, -- needs sys.things.id
                       t.name AS name, -- needs sys.things.name
                       CAST(NULL AS bit) AS flag,
                       COALESCE(
                           t.second) AS second,
                       CAST(NULL AS datetime) AS at
                  FROM sys.things AS t
                 WHERE t.id > 0
                """);
        assertThat(engine.missing(fitted.sql())).isEmpty();
    }

    @Test
    void keepsTheSelectOfAFirstColumnThatIsMissing() {
        var engine = engine(Map.of("sys.things", Set.of("flag", "second"), "sys.flags", Set.of("id", "first", "at")));

        var fitted = FittedQuery.of(SQL, Thing.class, engine);

        assertThat(fitted.without()).containsExactly("sys.things.id", "sys.things.name");
        assertThat(fitted.sql())
                .contains("SELECT CAST(NULL AS int) AS id,\n", "       CAST(NULL AS nvarchar(1)) AS name,\n")
                .contains("LEFT JOIN sys.flags");
        assertThat(engine.missing(fitted.sql())).contains("sys.things.id");
    }

    @Test
    void leavesOutOneOfSeveralSelectsWhole() {
        var engine = engine(Map.of("sys.things", Set.of("id")));

        var fitted = FittedQuery.of("""
                SELECT t.id FROM sys.things AS t
                 UNION ALL -- needs sys.flags
                SELECT f.id, -- needs sys.flags
                       CAST(f.at AS int) -- needs sys.flags
                  FROM sys.flags AS f -- needs sys.flags
                 WHERE f.id > 0 -- needs sys.flags
                """, Thing.class, engine);

        assertThat(fitted.sql()).isEqualTo("SELECT t.id FROM sys.things AS t\n");
    }

    @Test
    void takesNamesInAnyCaseAndLeavesOpenWhatNobodyAskedFor() {
        var asked = new EngineFeatures(
                Map.of("sys.things", Set.of("id")), Set.of("sys.secret"), Set.of("sys.flags"), false, false, Set.of());

        assertThat(asked.has("SYS.Things.ID")).isTrue();
        assertThat(asked.has("sys.things.name")).isFalse();
        assertThat(asked.has("sys.secret.anything")).isTrue();
        assertThat(asked.has("sys.flags")).isFalse();
        assertThat(asked.has("sys.other")).isTrue();
        assertThat(engine(Map.of("sys.things", Set.of("id"))).has("sys.other")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("marks")
    void everyMarkTakesAwayAllThatNeedsIt(String need) {
        for (var query : CatalogQuery.ALL) {
            var fitted = FittedQuery.of(query.sql(), query.rowType(), lackingOnly(need));
            if (fitted.without().contains(need)) {
                assertThat(lackingOnly(need).missing(fitted.sql()))
                        .as(fitted.sql())
                        .isEmpty();
            }
        }
    }

    /** A mark on one line says that the section can do without: then no other line may need the same. */
    static Set<String> marks() {
        return CatalogQuery.ALL.stream()
                .flatMap(query -> FittedQuery.needs(query.sql()).stream())
                .collect(Collectors.toSet());
    }

    private static EngineFeatures engine(Map<String, Set<String>> views) {
        return new EngineFeatures(views, Set.of(), Set.of(), true, false, Set.of());
    }

    private static EngineFeatures lackingOnly(String need) {
        int column = need.indexOf('.', need.indexOf('.') + 1);
        if (column < 0) {
            return new EngineFeatures(Map.of(), Set.of(), Set.of(need), false, false, Set.of());
        }
        var others = CatalogQuery.ALL.stream()
                .flatMap(query -> List.of(query.sql().split("\\W+")).stream())
                .filter(word -> !word.equals(need.substring(column + 1)))
                .collect(Collectors.toSet());
        return new EngineFeatures(
                Map.of(need.substring(0, column), others), Set.of(), Set.of(), false, false, Set.of());
    }
}

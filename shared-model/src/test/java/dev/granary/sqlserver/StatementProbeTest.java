package dev.granary.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementProbeTest {
    private static final Map<String, List<String>> VIEWS = Map.of(
            "sys.objects", List.of("object_id", "name", "schema_id"),
            "sys.schemas", List.of("Schema_Id", "NAME"),
            "sys.columns", List.of("object_id", "column_id", "name"));
    private static final String STATEMENT = """
            -- A row is a column; sys.nothing.nowhere is only a comment, and so is c.ghost.
            SELECT s.name AS schema_name, o.[name], c.column_id, CONVERT(nvarchar(128), c.name) AS name, 'c.ghost'
            FROM sys.objects AS o
            JOIN sys.schemas AS s ON s.schema_id = o.schema_id
            LEFT JOIN sys.columns AS c
              ON c.object_id = o.object_id %s
            WHERE d.anything = 1 /* FROM sys.gone AS g */
            ORDER BY o.object_id
            """;

    @Test
    void findsNothingWhereEverythingIsThere() throws SQLException {
        assertThat(probe(50_000).missing(STATEMENT.formatted(""))).isEmpty();
    }

    @Test
    void findsTheViewThatIsMissing() throws SQLException {
        String statement = STATEMENT.formatted("LEFT JOIN sys.masked_columns AS m ON m.object_id = o.object_id");

        assertThat(probe(50_000).missing(statement)).contains("sys.masked_columns");
        assertThat(probe(208).missing(statement)).contains("sys.masked_columns");
    }

    @Test
    void findsTheColumnThatIsMissing() throws SQLException {
        assertThat(probe(50_000).missing(STATEMENT.formatted("AND c.is_masked = 1")))
                .contains("sys.columns.is_masked");
    }

    @Test
    void takesAnAliasForAnyOfTheViewsItStandsFor() throws SQLException {
        String union = """
                SELECT x.name FROM sys.schemas AS x
                UNION ALL SELECT x.[column_id] FROM sys.columns AS x
                UNION ALL SELECT x.[%s] FROM sys.columns AS x
                """;

        assertThat(probe(50_000).missing(union.formatted("object_id"))).isEmpty();
        assertThat(probe(50_000).missing(union.formatted("ghost"))).contains("sys.schemas or sys.columns.ghost");
    }

    @Test
    void saysNothingOfAnEngineThatCannotBeAskedThisWay() throws SQLException {
        assertThat(new StatementProbe(FakeCatalog.of(Map.of(), 102)).missing(STATEMENT))
                .isEmpty();
    }

    @Test
    void doesNotTakeALostConnectionOrADenialForAMissingView() {
        String statement = STATEMENT.formatted("LEFT JOIN sys.masked_columns AS m ON m.object_id = o.object_id");

        assertThatThrownBy(() -> probe(229).missing(statement)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> probe(1205).missing(statement)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> probe(596).missing(statement)).isInstanceOf(SQLException.class);
    }

    private static StatementProbe probe(int errorNumber) {
        return new StatementProbe(FakeCatalog.of(VIEWS, errorNumber));
    }
}

package dev.granary.harvester.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine that is harvested owes the statements of a harvest. A subclass brings a database with something of every kind in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CatalogContract {

    /** A connection in that database, by a login that may read all of it; the subclass closes it. */
    abstract Connection connection() throws SQLException;

    @ParameterizedTest
    @MethodSource("questions")
    void answersEveryStatementAsItStands(CatalogQuery<?> query) throws SQLException {
        assertThat(records(query)).isNotEmpty().hasSize((int) query.discard(connection()));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersTheSameQuestionInOtherWordsWithTheSameValues(CatalogQuery<?> query) throws SQLException {
        var columns = new ArrayList<String>();
        for (var component : query.rowType().getRecordComponents()) {
            columns.add(RowReader.snakeCase(component.getName()));
        }
        var itself = new HashMap<String, String>();
        columns.forEach(column -> itself.put(column, column));
        for (long seed = 1; seed <= 3; seed++) {
            var disguise = Disguise.of(query, seed);

            assertThat(values(disguise.sql(), columns, disguise.columns()))
                    .as(disguise.sql())
                    .isEqualTo(values(query.sql(), columns, itself));
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersRangeByRangeAndWithoutTextsWhereAStatementHasTexts(CatalogQuery<?> query) throws SQLException {
        var fitted = EngineFeatures.EVERYTHING.fit(query);
        if (!fitted.hasTexts()) {
            assertThat(query).isNotIn(CatalogQuery.COLUMNS, CatalogQuery.CHECKS, CatalogQuery.MODULES);
            return;
        }
        for (var bounded : List.of(fitted.between(), fitted.withoutTexts().between())) {
            try (var statement = connection().prepareStatement(bounded.sql())) {
                statement.setInt(1, 0);
                statement.setInt(2, Integer.MAX_VALUE);
                long rows = 0;
                try (var results = statement.executeQuery()) {
                    var reader = new RowReader<>(query.rowType(), results);
                    for (; results.next(); rows++) {
                        reader.read();
                        assertThat(reader.ownerId()).isPositive();
                    }
                }
                assertThat(rows).isEqualTo(query.discard(connection()));
            }
        }
    }

    private <R extends Record> List<R> records(CatalogQuery<R> query) throws SQLException {
        try (var statement = query.statement(connection());
                var results = statement.executeQuery(query.sql())) {
            var reader = new RowReader<>(query.rowType(), results);
            var records = new ArrayList<R>();
            while (results.next()) {
                records.add(reader.read());
            }
            return records;
        }
    }

    private List<List<Object>> values(String sql, List<String> columns, Map<String, String> aliases)
            throws SQLException {
        try (var statement = connection().createStatement();
                var results = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (results.next()) {
                var row = new ArrayList<Object>();
                for (var column : columns) {
                    var value = results.getObject(aliases.get(column));
                    row.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    static Iterable<CatalogQuery<?>> questions() {
        return CatalogQuery.ALL;
    }
}

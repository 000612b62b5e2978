package dev.granary.harvester.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.granary.content.ContentHash;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
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

    @Test
    void hashesEveryTextAsItWouldBeHashedOnceItWasRead() throws SQLException {
        var texts = records(CatalogQuery.MODULES);

        assertThat(records(CatalogQuery.MODULE_HASHES))
                .extracting(row -> row.with(null), ModuleHashRow::textHash)
                .containsExactlyElementsOf(texts.stream()
                        .map(row -> tuple(
                                new ModuleRow(
                                        row.objectId(),
                                        null,
                                        row.encrypted(),
                                        row.ansiNulls(),
                                        row.quotedIdentifier(),
                                        row.schemaBound(),
                                        row.recompiled(),
                                        row.executeAs(),
                                        row.nativeCompiled()),
                                row.definition() == null
                                        ? null
                                        : ContentHash.over(row.definition().getBytes(StandardCharsets.UTF_16LE))))
                        .toList());
        assertThat(texts)
                .extracting(ModuleRow::definition)
                .filteredOn(Objects::nonNull)
                .hasSizeGreaterThan(5);
    }

    @Test
    void answersForSomeModulesOnly() throws SQLException {
        var all = records(CatalogQuery.MODULES);
        var wanted = List.of(all.get(1), all.get(3));
        var some = EngineFeatures.EVERYTHING.fit(CatalogQuery.MODULES).among(3);

        try (var statement = connection().prepareStatement(some.sql())) {
            statement.setInt(1, wanted.get(0).objectId());
            statement.setInt(2, wanted.get(1).objectId());
            statement.setInt(3, wanted.get(1).objectId());
            assertThat(records(CatalogQuery.MODULES, statement.executeQuery())).isEqualTo(wanted);
        }
    }

    private <R extends Record> List<R> records(CatalogQuery<R> query) throws SQLException {
        try (var statement = query.statement(connection());
                var results = statement.executeQuery(query.sql())) {
            return records(query, results);
        }
    }

    private static <R extends Record> List<R> records(CatalogQuery<R> query, ResultSet results) throws SQLException {
        var reader = new RowReader<>(query.rowType(), results);
        var records = new ArrayList<R>();
        while (results.next()) {
            records.add(reader.read());
        }
        return records;
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

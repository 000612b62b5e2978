package dev.granary.harvester.digest;

import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.harvester.catalog.EngineFunction;
import dev.granary.sqlserver.SqlServerName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All digests of a database in one statement, so that they cost one round trip: what an engine lacks is left out, and the text is the same for
 * all databases of an engine, so that its plan is used again.
 */
final class DigestBatch {

    private final String sql;
    private final boolean elsewhere;

    private DigestBatch(String sql, boolean elsewhere) {
        this.sql = sql;
        this.elsewhere = elsewhere;
    }

    /** Empty where the engine has no checksums: its databases must be read to know whether they changed. */
    static Optional<DigestBatch> of(EngineFeatures engine, Collection<Digest> digests) {
        if (!engine.supports(EngineFunction.BINARY_CHECKSUM) || !engine.supports(EngineFunction.CHECKSUM_AGG)) {
            return Optional.empty();
        }
        List<String> selects = new ArrayList<>();
        for (var digest : digests) {
            var fitted = engine.fit(digest.sql());
            if (engine.missing(fitted).isEmpty()) {
                selects.add("SELECT N'%s' AS digest, d.row_count, d.max_id, d.sum_h, d.agg_h FROM (\n%s) AS d"
                        .formatted(digest.digestName(), withoutComments(fitted)));
            }
        }
        return selects.isEmpty()
                ? Optional.empty()
                : Optional.of(new DigestBatch(
                        String.join("\nUNION ALL\n", selects), engine.supports(EngineFunction.EXECUTE_ELSEWHERE)));
    }

    /** What crosses the wire thousands of times is said in few words. */
    private static String withoutComments(String sql) {
        return sql.lines()
                .map(line -> line.replaceFirst("\\s*--.*$", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Whether {@link #take(Connection, String)} works: else the database has to be entered. */
    boolean reachesOthers() {
        return elsewhere;
    }

    /** The digests of the connection's current database. */
    Digests take(Connection inTheDatabase) throws SQLException {
        return run(inTheDatabase, sql);
    }

    /** The digests of any database of the server, without leaving the one the connection is in. */
    Digests take(Connection anywhere, String database) throws SQLException {
        return run(
                anywhere,
                "EXEC %s.sys.sp_executesql N'%s'".formatted(SqlServerName.quote(database), sql.replace("'", "''")));
    }

    private static Digests run(Connection connection, String statement) throws SQLException {
        var values = new EnumMap<Digest, String>(Digest.class);
        try (var asked = connection.createStatement();
                var rows = asked.executeQuery(statement)) {
            while (rows.next()) {
                values.put(
                        Digest.valueOf(rows.getString("digest").toUpperCase(Locale.ROOT)),
                        // Nothing adds up to NULL.
                        "%d %d %d %d"
                                .formatted(
                                        rows.getLong("row_count"),
                                        rows.getLong("max_id"),
                                        rows.getLong("sum_h"),
                                        rows.getLong("agg_h")));
            }
        }
        return new Digests(values);
    }
}

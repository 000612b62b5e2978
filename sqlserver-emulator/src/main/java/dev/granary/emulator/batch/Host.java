package dev.granary.emulator.batch;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.h2.QueryEngine;
import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.LookAlike;
import dev.granary.emulator.model.Server;
import dev.granary.emulator.views.CatalogViews;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What all sessions of a server share.
 *
 * @param lookAlike how the server differs from SQL Server, or null
 * @param errorNumber the number that every error of a statement gets, as some look-alike engines do; null for SQL Server's own
 */
public record Host(
        Server server,
        CatalogViews views,
        QueryEngine insensitive,
        QueryEngine sensitive,
        RewrittenQueries rewritten,
        AtomicInteger lastSession,
        @Nullable Integer errorNumber,
        @Nullable LookAlike lookAlike) {

    QueryEngine engine(Database database) {
        return database.caseSensitive() ? sensitive : insensitive;
    }

    SqlServerError renumbered(SqlServerError error) {
        return errorNumber == null || error.number() == 0
                ? error
                : new SqlServerError(errorNumber, error.severity(), error.state(), String.valueOf(error.getMessage()));
    }
}

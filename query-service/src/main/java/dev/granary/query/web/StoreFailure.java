package dev.granary.query.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a store that does not answer from one that refuses a statement. */
final class StoreFailure {

    private StoreFailure() {}

    static boolean isOutage(Throwable failure) {
        return failure instanceof CannotCreateTransactionException
                || sql(failure)
                        .filter(e -> e instanceof SQLTransientConnectionException || isOutage(e.getSQLState()))
                        .isPresent();
    }

    /** Class 08 is the connection, 28 the login, 53 resources, 57P the operator; null comes from the pool. */
    private static boolean isOutage(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("53")
                || state.startsWith("57P");
    }

    static String summary(Throwable failure) {
        return sql(failure)
                .map(e -> "%s, SQLState %s".formatted(e.getClass().getSimpleName(), e.getSQLState()))
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }
}

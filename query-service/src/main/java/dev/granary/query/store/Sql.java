package dev.granary.query.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements that stand in {@code .sql} files beside the class that uses them, and their rows. */
public final class Sql {

    private Sql() {}

    /** The rows, as records or simple values; none is null. */
    public static <T> List<T> list(JdbcClient.StatementSpec statement, Class<T> type) {
        var rows = new ArrayList<T>();
        for (var row : statement.query(type).list()) {
            rows.add(Objects.requireNonNull(row));
        }
        return rows;
    }

    public static String beside(Class<?> user, String name) {
        try {
            return new ClassPathResource(name + ".sql", user).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("No statement %s beside %s".formatted(name, user), e);
        }
    }
}

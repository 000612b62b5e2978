package dev.granary.query.pointers;

import dev.granary.query.store.Sql;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Asks PostgreSQL what is current. */
@Component
public class PointerReader {

    private static final String ALL = Sql.beside(PointerReader.class, "pointers");
    private static final String ONE = ALL + " AND d.id = :database";

    private final JdbcClient store;

    PointerReader(JdbcClient store) {
        this.store = store;
    }

    /** A database as the running transaction sees it. */
    public Optional<DatabasePointer> read(int database) {
        return store.sql(ONE)
                .param("database", database)
                .query(PointerRow.class)
                .optional()
                .map(PointerRow::pointer);
    }

    List<DatabasePointer> readAll(Connection connection) {
        return Sql.list(client(connection).sql(ALL), PointerRow.class).stream()
                .map(PointerRow::pointer)
                .toList();
    }

    /** Changes whenever any transaction of the store's cluster that wrote has ended, so that what was read is still so while it stays. */
    String state(Connection connection) {
        return client(connection)
                .sql("SELECT CAST(pg_current_snapshot() AS text)")
                .query(String.class)
                .single();
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}

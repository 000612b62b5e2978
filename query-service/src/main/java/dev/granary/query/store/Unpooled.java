package dev.granary.query.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections of their own, for one that is kept open to listen. */
public final class Unpooled {

    private final PGSimpleDataSource source;

    Unpooled(PGSimpleDataSource source) {
        this.source = source;
    }

    public Connection open() throws SQLException {
        return source.getConnection();
    }
}

package dev.granary.harvester.store;

import java.sql.SQLException;

/** The store failed beneath a reader that had rows for it. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreFailure(SQLException cause) {
        super(cause);
    }
}

package dev.granary.standalone.stores;

import org.postgresql.ds.PGSimpleDataSource;

/** The way in for what only a superuser may do: making the owner's role and database. */
final class SuperuserDataSource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    SuperuserDataSource(int port, String password) {
        setServerNames(new String[] {"127.0.0.1"});
        setPortNumbers(new int[] {port});
        setDatabaseName("postgres");
        setUser("postgres");
        setPassword(password);
    }
}

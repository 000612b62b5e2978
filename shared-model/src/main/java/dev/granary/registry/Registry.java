package dev.granary.registry;

import dev.granary.secrets.KeyRing;
import dev.granary.secrets.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Makes the store agree with the registry file, and moves stored credentials to a new key; connects as the store's
 * owner. Each call is one transaction that changes everything or nothing, and waits for another one to end.
 */
public final class Registry {
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('granary.registry', 0))";

    private final DataSource owner;
    private final Clock clock;

    public Registry(DataSource owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * Adds and updates the servers given and disables all others. A second call with the same servers writes nothing;
     * a password that has not changed keeps its token.
     *
     * @throws CredentialException if a stored credential was encrypted under a key that is not given
     * @throws FilterChangeException if a filter of a registered server changes; then nothing is stored
     */
    public RegistrationSummary register(List<ServerDefinition> servers, KeyRing keys) throws SQLException {
        return register(servers, keys, false);
    }

    /**
     * The same.
     *
     * @param acceptFilterChanges whether somebody has seen that filters change and means it
     */
    public RegistrationSummary register(List<ServerDefinition> servers, KeyRing keys, boolean acceptFilterChanges)
            throws SQLException {
        return inTransaction(
                connection -> new Registration(connection, keys, clock.instant()).run(servers, acceptFilterChanges));
    }

    /**
     * Encrypts every stored credential anew with the first key.
     *
     * @throws CredentialException if no key opens one of them: names the servers and the purpose
     */
    public RotationSummary rotateKeys(KeyRing keys) throws SQLException {
        return inTransaction(connection -> new RotationSummary(
                rotate(new CredentialStore(connection, CredentialPurpose.HARVEST), keys),
                rotate(new CredentialStore(connection, CredentialPurpose.QUERY), keys)));
    }

    private int rotate(CredentialStore store, KeyRing keys) throws SQLException {
        Map<Integer, CredentialStore.Row> rows = store.all();
        Map<Integer, Secret> secrets = store.open(rows.values(), keys);
        for (Map.Entry<Integer, Secret> entry : secrets.entrySet()) {
            CredentialStore.Row row = rows.get(entry.getKey());
            if (row != null) {
                store.put(row.serverId(), row.type(), row.username(), keys.encrypt(entry.getValue()), clock.instant());
            }
        }
        return secrets.size();
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try (Statement lock = connection.createStatement()) {
                lock.execute(ONE_AT_A_TIME);
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        }
    }
}

package dev.granary.registry;

import dev.granary.secrets.InvalidTokenException;
import dev.granary.secrets.KeyRing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the enabled servers with the credentials of one purpose, as the PostgreSQL role of that purpose. */
public final class RegisteredServers {
    private final DataSource store;
    private final KeyRing keys;

    public RegisteredServers(DataSource store, KeyRing keys) {
        this.store = store;
        this.keys = keys;
    }

    /**
     * By name; for {@link CredentialPurpose#QUERY} only those that have such a credential.
     *
     * @throws CredentialException if no key opens a credential, or a server lacks its harvest credential: names all
     *     such servers
     */
    public List<RegisteredServer> enabled(CredentialPurpose purpose) throws SQLException {
        Credentialed found = credentialed(purpose);
        if (!found.closed().isEmpty()) {
            throw CredentialException.noKeyOpens(purpose, found.closed());
        }
        if (!found.without().isEmpty()) {
            throw CredentialException.missing(purpose, found.without());
        }
        return found.servers();
    }

    /**
     * The enabled servers, sorted by whether they can be logged in to.
     *
     * @param servers those whose credential was decrypted, by name
     * @param closed names of those whose credential no key opens
     * @param without names of those for which none is stored
     */
    public record Credentialed(List<RegisteredServer> servers, List<String> closed, List<String> without) {
        public Credentialed {
            servers = List.copyOf(servers);
            closed = List.copyOf(closed);
            without = List.copyOf(without);
        }
    }

    /** As {@link #enabled}, where one server's bad credential is that server's matter alone. */
    public Credentialed credentialed(CredentialPurpose purpose) throws SQLException {
        List<RegisteredServer> servers = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        List<String> without = new ArrayList<>();
        try (Connection connection = store.getConnection();
                PreparedStatement select = connection.prepareStatement(statement(purpose));
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String name = row.getString("name");
                String token = row.getString("secret");
                if (token == null) {
                    without.add(name);
                    continue;
                }
                try {
                    servers.add(server(row, name, token));
                } catch (InvalidTokenException noKeyFits) {
                    closed.add(name);
                }
            }
        }
        return new Credentialed(servers, closed, without);
    }

    private RegisteredServer server(ResultSet row, String name, String token) throws SQLException {
        var credential = new Credential(
                AuthenticationType.of(row.getString("type")), row.getString("username"), keys.decrypt(token));
        return new RegisteredServer(
                row.getInt("id"),
                name,
                row.getString("environment"),
                List.of((String[]) row.getArray("tags").getArray()),
                SettingsJson.read(name, row.getString("settings")),
                credential);
    }

    private static String statement(CredentialPurpose purpose) {
        return Statements.load(
                switch (purpose) {
                    case HARVEST -> "select-harvest-servers.sql";
                    case QUERY -> "select-query-servers.sql";
                });
    }
}

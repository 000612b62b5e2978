package dev.granary.registry;

import dev.granary.secrets.InvalidTokenException;
import dev.granary.secrets.KeyRing;
import dev.granary.secrets.Secret;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stored credentials of one purpose, on a connection whose transaction the caller holds. */
final class CredentialStore {
    /** A stored credential; the token is as good as useless without its key, but is not printed all the same. */
    record Row(int serverId, String server, String type, String username, String token) {
        @Override
        public String toString() {
            return "credential of " + server;
        }
    }

    private final Connection connection;
    private final CredentialPurpose purpose;

    CredentialStore(Connection connection, CredentialPurpose purpose) {
        this.connection = connection;
        this.purpose = purpose;
    }

    /** By server id. */
    Map<Integer, Row> all() throws SQLException {
        Map<Integer, Row> rows = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql("select-%s-credentials.sql"));
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                var row = new Row(
                        result.getInt("server_id"),
                        result.getString("name"),
                        result.getString("type"),
                        result.getString("username"),
                        result.getString("secret"));
                rows.put(row.serverId(), row);
            }
        }
        return rows;
    }

    void put(int serverId, String type, String username, String token, Instant now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(sql("upsert-%s-credential.sql"))) {
            upsert.setInt(1, serverId);
            upsert.setString(2, type);
            upsert.setString(3, username);
            upsert.setString(4, token);
            upsert.setObject(5, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            upsert.executeUpdate();
        }
    }

    void remove(int serverId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql("delete-%s-credential.sql"))) {
            delete.setInt(1, serverId);
            delete.executeUpdate();
        }
    }

    /** The passwords of these rows by server id, or a failure that names every server whose token no key opens. */
    Map<Integer, Secret> open(Iterable<Row> rows, KeyRing keys) {
        Map<Integer, Secret> opened = new LinkedHashMap<>();
        List<String> closed = new ArrayList<>();
        for (Row row : rows) {
            try {
                opened.put(row.serverId(), keys.decrypt(row.token()));
            } catch (InvalidTokenException noKeyFits) {
                closed.add(row.server());
            }
        }
        if (!closed.isEmpty()) {
            throw CredentialException.noKeyOpens(purpose, closed);
        }
        return opened;
    }

    private String sql(String file) {
        return Statements.load(file.formatted(purpose.text()));
    }
}

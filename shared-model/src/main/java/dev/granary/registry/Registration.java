package dev.granary.registry;

import dev.granary.secrets.KeyRing;
import dev.granary.secrets.Secret;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of register inside its transaction. */
final class Registration {
    private record Stored(int id, boolean enabled, @Nullable String environment, List<String> tags, String settings) {

        boolean agreesWith(ServerDefinition server) {
            return enabled
                    && Objects.equals(environment, server.environment())
                    && tags.equals(server.tags())
                    && SettingsJson.same(settings, server.settings());
        }
    }

    /** The stored credentials of one purpose with their passwords. */
    private record Known(CredentialStore store, Map<Integer, CredentialStore.Row> rows, Map<Integer, Secret> secrets) {}

    private final Connection connection;
    private final KeyRing keys;
    private final Instant now;
    private final Map<CredentialPurpose, Known> credentials = new EnumMap<>(CredentialPurpose.class);

    Registration(Connection connection, KeyRing keys, Instant now) {
        this.connection = connection;
        this.keys = keys;
        this.now = now;
    }

    RegistrationSummary run(List<ServerDefinition> servers, boolean acceptFilterChanges) throws SQLException {
        Map<String, Stored> stored = storedServers();
        List<FilterChange> filterChanges = filterChanges(servers, stored);
        if (!filterChanges.isEmpty() && !acceptFilterChanges) {
            throw new FilterChangeException(filterChanges);
        }
        for (CredentialPurpose purpose : CredentialPurpose.values()) {
            var store = new CredentialStore(connection, purpose);
            Map<Integer, CredentialStore.Row> rows = store.all();
            credentials.put(purpose, new Known(store, rows, store.open(rows.values(), keys)));
        }
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (ServerDefinition server : servers) {
            Stored known = stored.remove(server.name());
            if (known == null) {
                storeCredentials(insert(server), server);
                added.add(server.name());
            } else {
                boolean differs = !known.agreesWith(server);
                if (differs) {
                    update(known.id(), server);
                }
                differs |= storeCredentials(known.id(), server);
                (differs ? changed : unchanged).add(server.name());
            }
        }
        return new RegistrationSummary(added, changed, unchanged, disable(stored), filterChanges);
    }

    private static List<FilterChange> filterChanges(List<ServerDefinition> servers, Map<String, Stored> stored) {
        List<FilterChange> changes = new ArrayList<>();
        for (ServerDefinition server : servers) {
            Stored known = stored.get(server.name());
            if (known != null) {
                changes.addAll(SettingsJson.filterChanges(server.name(), known.settings(), server.settings()));
            }
        }
        return changes;
    }

    private Map<String, Stored> storedServers() throws SQLException {
        Map<String, Stored> servers = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(Statements.load("select-servers.sql"));
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                var server = new Stored(
                        row.getInt("id"),
                        row.getBoolean("enabled"),
                        row.getString("environment"),
                        List.of((String[]) row.getArray("tags").getArray()),
                        row.getString("settings"));
                servers.put(row.getString("name"), server);
            }
        }
        return servers;
    }

    private int insert(ServerDefinition server) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(Statements.load("insert-server.sql"))) {
            insert.setString(1, server.name());
            insert.setString(2, server.environment());
            insert.setArray(3, tags(server));
            insert.setString(4, SettingsJson.write(server.settings()));
            insert.setObject(5, timestamp());
            insert.setObject(6, timestamp());
            try (ResultSet id = insert.executeQuery()) {
                id.next();
                return id.getInt(1);
            }
        }
    }

    private void update(int id, ServerDefinition server) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(Statements.load("update-server.sql"))) {
            update.setString(1, server.environment());
            update.setArray(2, tags(server));
            update.setString(3, SettingsJson.write(server.settings()));
            update.setObject(4, timestamp());
            update.setInt(5, id);
            update.executeUpdate();
        }
    }

    private List<String> disable(Map<String, Stored> left) throws SQLException {
        List<String> disabled = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(Statements.load("disable-server.sql"))) {
            for (Map.Entry<String, Stored> server : left.entrySet()) {
                if (server.getValue().enabled()) {
                    update.setObject(1, timestamp());
                    update.setInt(2, server.getValue().id());
                    update.executeUpdate();
                    disabled.add(server.getKey());
                }
            }
        }
        return disabled;
    }

    /** True if anything had to be written. */
    private boolean storeCredentials(int id, ServerDefinition server) throws SQLException {
        boolean differs = false;
        for (Map.Entry<CredentialPurpose, Known> entry : credentials.entrySet()) {
            Optional<Credential> wanted = server.credential(entry.getKey());
            Known known = entry.getValue();
            if (wanted.isPresent() && !isStored(known, id, wanted.get())) {
                Credential credential = wanted.get();
                String token = keys.encrypt(credential.password());
                known.store().put(id, credential.type().text(), credential.username(), token, now);
                differs = true;
            } else if (wanted.isEmpty() && known.rows().containsKey(id)) {
                known.store().remove(id);
                differs = true;
            }
        }
        return differs;
    }

    private static boolean isStored(Known known, int id, Credential wanted) {
        CredentialStore.Row row = known.rows().get(id);
        return row != null
                && row.type().equals(wanted.type().text())
                && row.username().equals(wanted.username())
                && wanted.password().equals(known.secrets().get(id));
    }

    private Array tags(ServerDefinition server) throws SQLException {
        return connection.createArrayOf("text", server.tags().toArray());
    }

    private OffsetDateTime timestamp() {
        return OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    }
}

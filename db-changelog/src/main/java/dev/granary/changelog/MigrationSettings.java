package dev.granary.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the store is and the passwords of its roles; refuses a URL that is no PostgreSQL URL or that carries a login. */
public record MigrationSettings(String url, String ownerPassword, String harvesterPassword, String queryPassword) {

    private static final String URL = "GRANARY_DB_URL";
    private static final String OWNER = "GRANARY_OWNER_PASSWORD";
    private static final String HARVESTER = "GRANARY_HARVESTER_PASSWORD";
    private static final String QUERY = "GRANARY_QUERY_PASSWORD";

    public MigrationSettings {
        if (new StoreUrl(url).carriesLogin()) {
            throw new MigrationConfigurationException(URL + " must not carry user or password");
        }
    }

    /** Reads the four variables; names all that are missing at once. */
    static MigrationSettings from(Map<String, String> environment) {
        List<String> missing = new ArrayList<>();
        for (String name : List.of(URL, OWNER, HARVESTER, QUERY)) {
            if (isBlank(environment.get(name))) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw new MigrationConfigurationException("not set: " + String.join(", ", missing));
        }
        return new MigrationSettings(
                value(environment, URL),
                value(environment, OWNER),
                value(environment, HARVESTER),
                value(environment, QUERY));
    }

    /** Host, port and database, for messages. */
    String place() {
        return new StoreUrl(url).place();
    }

    @Override
    public String toString() {
        return "MigrationSettings[" + place() + "]";
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "");
    }
}

package dev.granary.changelog;

import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** What the driver reads from a JDBC URL. */
final class StoreUrl {

    private final Map<String, String> properties = new HashMap<>();

    StoreUrl(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw invalid();
        }
        try {
            for (DriverPropertyInfo property : DriverManager.getDriver(url).getPropertyInfo(url, new Properties())) {
                if (property.value != null) {
                    properties.put(property.name, property.value);
                }
            }
        } catch (SQLException e) {
            // The cause would repeat the URL, which may hold a password.
            throw invalid();
        }
    }

    boolean carriesLogin() {
        return properties.containsKey("user") || properties.containsKey("password");
    }

    /** Host, port and database, for messages. */
    String place() {
        return properties.get("PGHOST") + ":" + properties.get("PGPORT") + "/" + properties.get("PGDBNAME");
    }

    private static MigrationConfigurationException invalid() {
        return new MigrationConfigurationException(
                "GRANARY_DB_URL is no PostgreSQL URL (jdbc:postgresql://host:port/database)");
    }
}

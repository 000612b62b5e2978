package dev.granary.query.store;

import dev.granary.query.StartRefused;
import java.util.ArrayList;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the store is and who asks it. What is wrong with it is said without the values, which Spring's own validation would repeat, and which
 * may hold a password.
 */
@ConfigurationProperties("granary.db")
record StoreProperties(String url, String username, String password) {

    StoreProperties {
        var wrong = new ArrayList<String>();
        if (!url.startsWith("jdbc:postgresql:")) {
            wrong.add("GRANARY_DB_URL must be set to a PostgreSQL URL (jdbc:postgresql://host:port/database)");
        }
        if (password.isBlank()) {
            wrong.add("GRANARY_QUERY_PASSWORD must be set");
        }
        if (!wrong.isEmpty()) {
            throw new StartRefused(String.join("; ", wrong));
        }
    }

    @Override
    public String toString() {
        return "StoreProperties[username=%s]".formatted(username);
    }
}

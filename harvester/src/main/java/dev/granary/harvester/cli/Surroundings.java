package dev.granary.harvester.cli;

import dev.granary.secrets.KeyRing;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a command has around it: the environment, where to answer, where to complain. */
record Surroundings(Map<String, String> environment, PrintWriter out, PrintWriter err) {

    private static final String URL = "GRANARY_DB_URL";
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(SerializationFeature.INDENT_OUTPUT).build();

    @Nullable
    String variable(String name) {
        return environment.get(name);
    }

    /** Refuses, naming all that are missing, if a variable is not set. */
    void require(String... names) {
        var missing = List.of(names).stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    "Not set: %s. See .env.example for what each is for.".formatted(String.join(", ", missing)));
        }
    }

    private String required(String name) {
        require(name);
        return environment.getOrDefault(name, "");
    }

    /** The store for {@code register} and {@code rotate-keys}. */
    DataSource storeOfOwner() {
        require(URL, "GRANARY_OWNER_PASSWORD");
        return store("granary_owner", required("GRANARY_OWNER_PASSWORD"));
    }

    /** The store for everything else. */
    DataSource storeOfHarvester() {
        require(URL, "GRANARY_HARVESTER_PASSWORD");
        return store("granary_harvester", required("GRANARY_HARVESTER_PASSWORD"));
    }

    private DataSource store(String role, String password) {
        var url = required(URL);
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Refusal(URL + " is not a jdbc:postgresql: URL.");
        }
        var login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", password);
        login.setProperty("ApplicationName", "granary-harvester");
        login.setProperty("connectTimeout", "10");
        return new DriverManagerDataSource(url, login);
    }

    KeyRing keys() {
        return KeyRing.parse(environment.get("ENCRYPTION_KEY"));
    }

    /** Refuses at once, and in a line, what would otherwise fail in the middle of a start. */
    void requireStoreAndKeys() throws SQLException {
        keys();
        try (var connection = storeOfHarvester().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT to_regclass('granary.run') IS NOT NULL")) {
            if (!row.next() || !row.getBoolean(1)) {
                throw new Refusal("The store is not migrated: run db-changelog.jar (make init_metadata) first.");
            }
        }
    }

    Path serversFile() {
        return Path.of(environment.getOrDefault("GRANARY_CONFIG", "./config")).resolve("servers.yml");
    }

    void json(Object answer) {
        out.println(JSON.writeValueAsString(answer));
        out.flush();
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void complain(String line) {
        err.println(line);
        err.flush();
    }
}

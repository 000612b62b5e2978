package dev.granary.harvester.catalog;

import dev.granary.harvester.sql.SqlFile;

/** The closed list of what a server is asked about itself. */
public enum ServerFact {
    PROPERTIES("properties"),
    CONFIGURATION("configuration"),
    LINKED_SERVERS("linkedServers");

    private final String jsonName;
    private final String sql;

    ServerFact(String jsonName) {
        this.jsonName = jsonName;
        this.sql = SqlFile.read(ServerFact.class, "server/" + jsonName);
    }

    /** The name it has in the store and in the API, and the file of its statement. */
    public String jsonName() {
        return jsonName;
    }

    public String sql() {
        return sql;
    }
}

package dev.granary.harvester.facts;

import dev.granary.harvester.sql.SqlFile;

/** The closed list of what a server is asked about itself. */
public enum Fact {
    PROPERTIES("properties"),
    CONFIGURATION("configuration"),
    LINKED_SERVERS("linkedServers");

    private final String jsonName;
    private final String sql;

    Fact(String jsonName) {
        this.jsonName = jsonName;
        this.sql = SqlFile.read(Fact.class, jsonName);
    }

    /** The name it has in the store and in the API, and the file of its statement. */
    public String jsonName() {
        return jsonName;
    }

    public String sql() {
        return sql;
    }
}

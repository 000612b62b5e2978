package dev.granary.harvester.catalog;

/** What a login needs to read all of a section or kind; least rights, not roles. */
public enum Right {
    /** Anybody whom the server lets in. */
    LOGIN("a login on the server"),
    /** Anybody who may enter the database. */
    CONNECT("CONNECT on the database"),
    /** Without it rows are hidden and texts are NULL, and no error says so. */
    VIEW_DEFINITION("VIEW DEFINITION on the database, or VIEW ANY DEFINITION on the server"),
    /** Without it the login sees itself, the system's principals and the fixed roles, and no error says so. */
    VIEW_SECURITY_DEFINITION(
            "VIEW SECURITY DEFINITION on the database, or VIEW ANY SECURITY DEFINITION on the server (before SQL Server 2022: VIEW DEFINITION)"),
    /** Without it no row is shown, and no error says so. */
    VIEW_CLASSIFICATION("VIEW ANY SENSITIVITY CLASSIFICATION on the database"),
    /** Beside VIEW DEFINITION; without it the view refuses. */
    SELECT_DEPENDENCIES("SELECT on sys.sql_expression_dependencies, in each database");

    private final String grant;

    Right(String grant) {
        this.grant = grant;
    }

    /** What there is to be granted, as a person would say it. */
    public String grant() {
        return grant;
    }

    /** Why something is denied, in words fit for a person. */
    public String reason() {
        return "the login may not see all of this; the server's administrator must grant it %s".formatted(grant);
    }
}

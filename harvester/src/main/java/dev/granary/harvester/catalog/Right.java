package dev.granary.harvester.catalog;

/** What a login needs to read all of a section or kind; least rights, not roles. */
public enum Right {
    /** Anybody who may enter the database. */
    CONNECT,
    /** VIEW DEFINITION on the database, or VIEW ANY DEFINITION on the server. Without it rows are hidden and texts are NULL, and no error says so. */
    VIEW_DEFINITION
}

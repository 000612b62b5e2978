package dev.granary.query.lookup;

/** An object in a list. */
record ObjectView(int id, String kind, String schema, String name, String definitionHash) {}

package dev.granary.query.lookup;

/** What lives in a database but in no schema. */
record DatabaseObjectView(int id, String kind, String name, String definitionHash) {}

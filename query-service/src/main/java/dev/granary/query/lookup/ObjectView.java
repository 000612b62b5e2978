package dev.granary.query.lookup;

/** An object in a list; {@code unconfirmed} where it stays although the last harvest did not find it. */
record ObjectView(int id, String kind, String schema, String name, String definitionHash, boolean unconfirmed) {}

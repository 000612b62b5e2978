package dev.granary.harvester.assemble;

import dev.granary.registry.NameFilter;

/** What of a database is read: the schemas that the registry means. How long a reading may wait is set on its connection. */
public record Scope(NameFilter schemas) {

    public static final Scope ALL = new Scope(NameFilter.ALL);
}

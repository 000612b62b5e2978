package dev.granary.harvester.catalog;

/** Where a harvested kind is read: in a section of its database, among the facts of its server, or where its database is measured. */
public sealed interface Source {

    /** The name it has in reports, advice and documentation. */
    String name();

    /** A section of a database. */
    record Section(CatalogQuery<?> query) implements Source {
        @Override
        public String name() {
            return query.name();
        }
    }

    /** What a server says of itself. */
    record Fact(ServerFact fact) implements Source {
        @Override
        public String name() {
            return fact.jsonName();
        }
    }

    /** The measuring of a database, by the first {@link MeasureStatement} that is not refused. */
    record Measures() implements Source {
        @Override
        public String name() {
            return "measures";
        }
    }
}

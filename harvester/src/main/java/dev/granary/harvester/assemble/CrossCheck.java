package dev.granary.harvester.assemble;

/** Tables (views too) and their columns, as the catalogue views listed them and as INFORMATION_SCHEMA counts them for the same login. */
public record CrossCheck(Count tables, Count columns) {

    /** One number asked in two ways. */
    public record Count(long sys, long informationSchema) {

        boolean agrees() {
            return sys == informationSchema;
        }
    }

    public boolean agrees() {
        return tables.agrees() && columns.agrees();
    }
}

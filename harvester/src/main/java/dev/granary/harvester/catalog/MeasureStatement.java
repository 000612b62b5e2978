package dev.granary.harvester.catalog;

import dev.granary.harvester.sql.SqlFile;

/** The ways to ask how large things are, the best first: what one login or engine is refused another way may still tell. */
public enum MeasureStatement {
    PARTITION_STATS("partition_stats", true),
    ALLOCATION_UNITS("allocation_units", true),
    PARTITIONS("partitions", false);

    private final String sql;
    private final boolean bytes;

    MeasureStatement(String file, boolean bytes) {
        this.sql = SqlFile.read(MeasureStatement.class, "sizes/" + file);
        this.bytes = bytes;
    }

    public String sql() {
        return sql;
    }

    /** Whether it tells bytes beside rows. */
    public boolean tellsBytes() {
        return bytes;
    }
}

package dev.granary.harvester.measures;

import dev.granary.harvester.sql.SqlFile;

/** The ways to ask how large things are, the best first: what one login or engine is refused another way may still tell. */
enum MeasureStatement {
    PARTITION_STATS("partition_stats", true),
    ALLOCATION_UNITS("allocation_units", true),
    PARTITIONS("partitions", false);

    private final String sql;
    private final boolean bytes;

    MeasureStatement(String file, boolean bytes) {
        this.sql = SqlFile.read(MeasureStatement.class, file);
        this.bytes = bytes;
    }

    String sql() {
        return sql;
    }

    /** Whether it tells bytes beside rows. */
    boolean tellsBytes() {
        return bytes;
    }
}

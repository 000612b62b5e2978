package dev.granary.harvester.publish;

import dev.granary.harvester.absence.Sight;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the publisher needs to know of the snapshot it follows. */
record LastSnapshot(int sequence, TreeHash tree, Sight sight) {

    static Optional<LastSnapshot> of(JdbcClient store, int database) {
        return store.sql("""
                        SELECT sequence, tree_hash, structure_hash, sections, visibility
                          FROM granary.snapshot
                         WHERE database_id = ?
                         ORDER BY sequence DESC
                         LIMIT 1""")
                .param(database)
                .query((row, n) -> new LastSnapshot(
                        row.getInt("sequence"),
                        TreeHash.of(row.getBytes("tree_hash"), row.getBytes("structure_hash")),
                        Sight.read(row.getString("visibility"), row.getString("sections"))))
                .optional();
    }
}

package dev.granary.harvester.publish;

import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.store.Staging;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.harvester.work.Lease;
import dev.granary.model.NameCollation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes a staged reading as the next snapshot of its database. Matching and comparing come first, outside any transaction: the caller
 * holds the database's lock, so what is current cannot move. The one transaction then only applies the differences, and readers see the old
 * snapshot or the new one.
 */
final class Publisher {

    private final Steps steps;
    private final TransactionTemplate transaction;

    Publisher(JdbcClient store, TransactionTemplate transaction) {
        this.steps = new Steps(store);
        this.transaction = transaction;
    }

    /**
     * Publishes what is staged.
     *
     * @param collation of the database, by which its names are compared
     * @throws HarvestFailure when the lease was lost or the losses prove nothing; then nothing is published
     */
    Published publish(Lease lease, Staging staged, DatabaseReading reading, @Nullable String collation)
            throws HarvestFailure {
        var last = LastSnapshot.of(steps.store(), lease.databaseId());
        Sight.refuseNarrower(last, reading);
        new Assembling(steps).assemble(reading);
        var comparing = new Comparing(steps);
        var difference = last.isEmpty()
                ? comparing.withNothing()
                : comparing.withCurrent(lease.databaseId(), NameCollation.of(collation));
        difference.losses().refuseUnproven();
        boolean changed = last.isEmpty() || !difference.isNone();
        var tree = changed ? tree() : last.get().tree();
        int sequence = last.map(LastSnapshot::sequence).orElse(0) + 1;
        var published = new Published(sequence, changed, staged.objects(), staged.columns());
        var publication = new Publication(steps);
        boolean fresh = Boolean.TRUE.equals(
                transaction.execute(status -> publication.apply(lease, last.isEmpty(), reading, tree, published)));
        if (!fresh) {
            throw new HarvestFailure(
                    null, "lost-lease", "Another worker took this database over while it was being read.", null);
        }
        return published;
    }

    private TreeHash tree() {
        return steps.step("tree")
                .query((r, n) -> TreeHash.of(r.getBytes("hash"), r.getBytes("structure_hash")))
                .single();
    }
}

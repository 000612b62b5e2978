package dev.granary.harvester.publish;

import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Section;
import dev.granary.harvester.store.Staging;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.harvester.work.Lease;
import dev.granary.model.NameCollation;
import java.util.Optional;
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
    Published publish(Lease lease, Staging staged, DatabaseReading read, @Nullable String collation)
            throws HarvestFailure {
        var last = LastSnapshot.of(steps.store(), lease.databaseId());
        var reading = read.evidence().partial()
                ? new CarryForward(steps).complete(lease.databaseId(), last.orElseThrow(), read)
                : read;
        Sight.refuseNarrower(last, reading);
        new Assembling(steps).assemble(reading);
        var comparing = new Comparing(steps);
        var difference = last.isEmpty()
                ? comparing.withNothing()
                : comparing.withCurrent(lease.databaseId(), NameCollation.of(collation));
        difference.losses().refuseUnproven();
        boolean changed = last.isEmpty() || !difference.isNone();
        var published =
                verifies(last, read, changed) ? verified(last.orElseThrow()) : next(last, read, staged, changed);
        var tree = changed ? tree() : last.get().tree();
        var publication = new Publication(steps, lease, reading, tree, published);
        boolean fresh = Boolean.TRUE.equals(transaction.execute(status -> publication.apply(last.isEmpty())));
        if (!fresh) {
            throw new HarvestFailure(
                    null, "lost-lease", "Another worker took this database over while it was being read.", null);
        }
        return published;
    }

    /** Whether all there is to say is that the last snapshot still holds. */
    private static boolean verifies(Optional<LastSnapshot> last, DatabaseReading read, boolean changed) {
        return read.evidence().partial()
                && !changed
                && read.evidence().unstable().isEmpty()
                && last.orElseThrow().sameStatuses(read);
    }

    private Published verified(LastSnapshot last) {
        return new Published(last.sequence(), false, false, objects(), last.columns());
    }

    private Published next(Optional<LastSnapshot> last, DatabaseReading read, Staging staged, boolean changed) {
        boolean columnsRead = !read.evidence().partial() || read.wasRead(Section.COLUMNS);
        int columns = columnsRead ? staged.columns() : last.orElseThrow().columns();
        return new Published(last.map(LastSnapshot::sequence).orElse(0) + 1, true, changed, objects(), columns);
    }

    /** What lives in a schema. */
    private int objects() {
        return steps.store()
                .sql("SELECT count(*) FROM incoming WHERE schema_name_id IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    private TreeHash tree() {
        return steps.step("tree")
                .query((r, n) -> TreeHash.of(r.getBytes("hash"), r.getBytes("structure_hash")))
                .single();
    }
}

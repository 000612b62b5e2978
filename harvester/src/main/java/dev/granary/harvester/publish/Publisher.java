package dev.granary.harvester.publish;

import dev.granary.harvester.absence.Absences;
import dev.granary.harvester.absence.CarriedParts;
import dev.granary.harvester.absence.SightLoss;
import dev.granary.harvester.absence.Verdict;
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
 * holds the database's lease, so what is current cannot move, or the fence refuses the transaction. That only applies the differences, and
 * readers see the old snapshot or the new one.
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
     * @throws HarvestFailure when the lease was lost; then nothing is published
     */
    Published publish(Lease lease, Staging staged, DatabaseReading reading, @Nullable String collation)
            throws HarvestFailure {
        var last = LastSnapshot.of(steps.store(), lease.databaseId());
        new Assembling(steps).assemble(reading);
        var published = last.isEmpty()
                ? first(staged)
                : following(lease, last.get(), staged, reading, NameCollation.of(collation));
        var tree = last.isEmpty() || published.changed() ? tree() : last.get().tree();
        var publication = new Publication(steps);
        boolean fresh = Boolean.TRUE.equals(
                transaction.execute(status -> publication.apply(lease, last.isEmpty(), reading, tree, published)));
        if (!fresh) {
            throw new HarvestFailure(
                    null, "lost-lease", "Another worker took this database over while it was being read.", null);
        }
        return published;
    }

    private static Published first(Staging staged) {
        return new Published(1, true, staged.objects(), staged.columns(), SightLoss.NONE, Verdict.NOTHING);
    }

    /** Keeps what a reading did not see and does not prove to be gone; the rest is published. */
    private Published following(
            Lease lease, LastSnapshot last, Staging staged, DatabaseReading reading, NameCollation collation) {
        int database = lease.databaseId();
        var comparing = new Comparing(steps);
        var absences = new Absences(steps.store(), database, lease.runId());
        var loss = last.sight().lossIn(reading);
        var difference = comparing.withCurrent(database, collation);
        long hidden = difference.losses().hidden();
        boolean released = (loss.isAny() || hidden > 0) && absences.isRelease();
        int carried = 0;
        if (loss.isAny() || hidden > 0) {
            carried = new CarriedParts(steps.store()).carry(database, lease.runId(), loss, released);
            new Assembling(steps).assembleAnew();
            difference = comparing.withCurrent(database, collation);
        }
        var verdict = Verdict.NOTHING;
        if (difference.losses().removed() > 0 || carried > 0) {
            verdict = absences.judge(last.sight(), reading, loss, carried);
            difference = comparing.difference(database);
        }
        return new Published(
                last.sequence() + 1,
                !difference.isNone(),
                staged.objects() + verdict.objects(),
                staged.columns() + verdict.columns(),
                released ? SightLoss.NONE : loss,
                verdict);
    }

    private TreeHash tree() {
        return steps.step("tree")
                .query((r, n) -> TreeHash.of(r.getBytes("hash"), r.getBytes("structure_hash")))
                .single();
    }
}

package dev.granary.harvester.publish;

import dev.granary.harvester.absence.Absences;
import dev.granary.harvester.absence.CarriedParts;
import dev.granary.harvester.absence.SightLoss;
import dev.granary.harvester.absence.Verdict;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Section;
import dev.granary.harvester.store.Staging;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.harvester.work.Lease;
import dev.granary.model.NameCollation;
import java.util.Optional;
import java.util.OptionalInt;
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
    Published publish(Lease lease, Staging staged, DatabaseReading read, @Nullable String collation)
            throws HarvestFailure {
        var last = LastSnapshot.of(steps.store(), lease.databaseId());
        var reading = read.evidence().partial()
                ? new CarryForward(steps).complete(lease.databaseId(), last.orElseThrow(), read)
                : read;
        new Assembling(steps).assemble(reading);
        var counts = new Counts(objects(), columns(read, staged));
        var formats = new Formats(steps.store());
        var before = formats.last(lease.databaseId());
        // What was carried forward is still told as the last harvester told it.
        var format = Formats.of(before, read);
        var published = last.isEmpty()
                ? new Published(1, true, true, counts.objects(), staged.columns(), SightLoss.NONE, Verdict.NOTHING)
                : following(lease, last.get(), counts, reading, before.equals(Optional.of(format)), collation);
        if (published.changed() && before.isPresent()) {
            new Grading(steps).grade(lease.databaseId(), before.get());
        }
        var tree = last.isEmpty() || published.changed() ? tree() : last.get().tree();
        var publication = new Publication(steps);
        boolean fresh = Boolean.TRUE.equals(transaction.execute(
                status -> publication.apply(lease, last.isEmpty(), reading, tree, formats.idOf(format), published)));
        if (!fresh) {
            throw new HarvestFailure(
                    null, "lost-lease", "Another worker took this database over while it was being read.", null);
        }
        return published;
    }

    /** Keeps what a reading did not see and does not prove to be gone; the rest is published. */
    private Published following(
            Lease lease,
            LastSnapshot last,
            Counts counts,
            DatabaseReading reading,
            boolean sameFormat,
            @Nullable String collation)
            throws HarvestFailure {
        int database = lease.databaseId();
        var names = NameCollation.of(collation);
        var comparing = new Comparing(steps);
        var absences = new Absences(steps.store(), database, lease.runId());
        var loss = last.sight().lossIn(reading);
        var difference = comparing.withCurrent(database, names);
        long hidden = difference.losses().hidden();
        boolean released = loss.isAny() && absences.isReleaseOfSight();
        int carried = 0;
        if (loss.isAny() || hidden > 0) {
            carried = new CarriedParts(steps.store()).carry(database, lease.runId(), loss, released);
            new Assembling(steps).assembleAnew();
            difference = comparing.withCurrent(database, names);
        }
        var verdict = Verdict.NOTHING;
        if (difference.losses().removed() > 0 || carried > 0) {
            verdict = absences.judge(last.sight(), reading, loss, carried);
            difference = comparing.difference(database);
        }
        // While anything is kept because of it, the loss is not forgotten: the next harvest would believe that to be
        // gone.
        var remaining = released && !verdict.isHeld() ? SightLoss.NONE : loss;
        boolean changed = !difference.isNone();
        boolean holds = !changed
                && reading.evidence().unstable().isEmpty()
                && last.says(reading, remaining)
                && (reading.evidence().partial() || (sameFormat && isIncremental(lease.runId())));
        return new Published(
                holds ? last.sequence() : last.sequence() + 1,
                !holds,
                changed,
                counts.objects() + verdict.objects(),
                counts.columns().isPresent() ? counts.columns().getAsInt() + verdict.columns() : last.columns(),
                remaining,
                verdict);
    }

    /** A run that asked for no more than what is new gets no snapshot where nothing is, also where the whole database had to be read. */
    private boolean isIncremental(long run) {
        return steps.store()
                .sql("SELECT mode = 'incremental' FROM granary.run WHERE id = ?")
                .param(run)
                .query(Boolean.class)
                .single();
    }

    /** What lives in a schema. */
    private int objects() {
        return steps.store()
                .sql("SELECT count(*) FROM incoming WHERE schema_name_id IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    /** Empty where they are those of the last snapshot, which counts the kept ones too. */
    private static OptionalInt columns(DatabaseReading read, Staging staged) {
        boolean wereRead = !read.evidence().partial() || read.wasRead(Section.COLUMNS);
        return wereRead ? OptionalInt.of(staged.columns()) : OptionalInt.empty();
    }

    private record Counts(int objects, OptionalInt columns) {}

    private TreeHash tree() {
        return steps.step("tree")
                .query((r, n) -> TreeHash.of(r.getBytes("hash"), r.getBytes("structure_hash")))
                .single();
    }
}

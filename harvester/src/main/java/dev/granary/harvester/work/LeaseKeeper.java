package dev.granary.harvester.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Extends a lease from a virtual thread until closed or lost; who lost it learns so from the fence, when publishing. */
final class LeaseKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Thread thread;

    private LeaseKeeper(Thread thread) {
        this.thread = thread;
    }

    static LeaseKeeper of(WorkTable work, Lease lease) {
        return new LeaseKeeper(
                Thread.ofVirtual().name("lease-" + lease.databaseId()).start(() -> keep(work, lease)));
    }

    private static void keep(WorkTable work, Lease lease) {
        try {
            boolean ours = true;
            while (ours) {
                Thread.sleep(work.beat());
                ours = extended(work, lease);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that is away for a moment costs nothing: the lease outlasts several beats. */
    private static boolean extended(WorkTable work, Lease lease) {
        try {
            return work.extend(lease);
        } catch (DataAccessException away) {
            LOG.warn(
                    "The lease of {}/{} could not be extended and is tried again",
                    lease.server(),
                    lease.database(),
                    away);
            return true;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

package dev.granary.harvester.schedule;

import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes the schedule, each time in one transaction: Quartz's store works on the connection of a transaction that is there, and without one its
 * locks would end with the statement that takes them, and a trigger could be gone between its deletion and its return.
 */
@Component
class Triggers {

    private final TransactionOperations transactions;

    Triggers(TransactionOperations transactions) {
        this.transactions = transactions;
    }

    /** What is done with the scheduler. */
    interface Change<R> {
        R apply() throws SchedulerException;
    }

    /**
     * Makes the change, and what else its caller writes, or none of it.
     *
     * @throws SchedulerException if Quartz refused; then nothing was changed
     */
    <R> R change(Change<R> change) throws SchedulerException {
        try {
            return transactions.execute(status -> {
                try {
                    return change.apply();
                } catch (SchedulerException e) {
                    throw new Refused(e);
                }
            });
        } catch (Refused refused) {
            throw refused.reason;
        }
    }

    /** Puts a trigger in the place of the one of its name, or there where none is. */
    void put(Scheduler scheduler, Due due) throws SchedulerException {
        change(() -> {
            var trigger = due.trigger();
            var next = scheduler.rescheduleJob(trigger.getKey(), trigger);
            return next == null ? scheduler.scheduleJob(trigger) : next;
        });
    }

    /** Carries Quartz's own exception through a callback that may throw none. */
    @SuppressWarnings("serial") // never leaves this class
    private static final class Refused extends RuntimeException {

        private final SchedulerException reason;

        Refused(SchedulerException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}

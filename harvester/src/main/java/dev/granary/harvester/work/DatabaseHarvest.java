package dev.granary.harvester.work;

/** Reads a leased database and publishes what it found. */
public interface DatabaseHarvest {

    /**
     * Returns once the database is published and its work row is marked done in the same transaction.
     *
     * @throws HarvestFailure when nothing was published; the caller marks the work row
     */
    void harvest(Lease lease) throws HarvestFailure;
}

package dev.granary.harvester.runs;

/** Starts harvests and waits for them, whoever asks: the command line, the schedule, the standalone program. */
public interface HarvestRuns {

    /**
     * Returns as soon as the run exists; it goes on by itself.
     *
     * @return the run's id
     * @throws HarvestRefused if no enabled server matches
     */
    long start(HarvestRequest request) throws HarvestRefused;

    /**
     * Continues a run whose process died: what it did not finish is read, what it published stays.
     *
     * @throws HarvestRefused if there is no such run, it has ended, or its process still shows signs of life
     */
    void relaunch(long run) throws HarvestRefused;

    /** Blocks until a run that this process started has ended, or was suspended because the process stops. */
    HarvestReport await(long run) throws InterruptedException;
}

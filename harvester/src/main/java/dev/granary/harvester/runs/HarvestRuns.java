package dev.granary.harvester.runs;

/** Starts harvests and waits for them, whoever asks: the command line, the schedule, the standalone program. */
public interface HarvestRuns {

    /**
     * Returns as soon as the run exists; it goes on by itself.
     *
     * @return the run's id
     * @throws HarvestRefused if no enabled server matches
     */
    default long start(HarvestRequest request) throws HarvestRefused {
        long run = prepare(request);
        launch(run);
        return run;
    }

    /**
     * Makes a run that does nothing until it is launched; in a transaction of the caller's, what is written with it is written or not at all.
     *
     * @return the run's id
     * @throws HarvestRefused as {@link #start}
     */
    long prepare(HarvestRequest request) throws HarvestRefused;

    /** Starts a prepared run, once its transaction has ended; it goes on by itself. */
    void launch(long run);

    /**
     * Continues a run whose process died: what it did not finish is read, what it published stays.
     *
     * @throws HarvestRefused if there is no such run, it has ended, or its process still shows signs of life
     */
    void relaunch(long run) throws HarvestRefused;

    /** Blocks until a run that this process started has ended, or was suspended because the process stops. */
    HarvestReport await(long run) throws InterruptedException;
}

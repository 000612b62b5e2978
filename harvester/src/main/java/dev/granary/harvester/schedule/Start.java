package dev.granary.harvester.schedule;

/** Something that has come due and is written down, if it has to be. */
interface Start {

    /** Lets it go on by itself. */
    void go();
}

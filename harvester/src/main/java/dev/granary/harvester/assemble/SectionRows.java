package dev.granary.harvester.assemble;

/** Takes the rows of a section in the order of its statement. */
interface SectionRows<R> {

    void row(R row);

    /** The last row was handed over. */
    void end();
}

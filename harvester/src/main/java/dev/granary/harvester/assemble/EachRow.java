package dev.granary.harvester.assemble;

import java.util.function.Consumer;

/** Hands on a section that has one row per owner. */
record EachRow<R>(Consumer<R> assembly) implements SectionRows<R> {

    @Override
    public void row(R row) {
        assembly.accept(row);
    }

    @Override
    public void end() {}
}

package dev.granary.harvester.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Hands on the consecutive rows of one owner together; holds the rows of one owner, never more. */
final class ByObject<R> implements SectionRows<R> {

    private final Function<R, Owner> ownerOf;
    private final BiConsumer<Owner, List<R>> assembly;
    private final List<R> rows = new ArrayList<>();
    private Owner owner = new Owner(Owner.Space.DATABASE, 0);

    ByObject(Function<R, Owner> ownerOf, BiConsumer<Owner, List<R>> assembly) {
        this.ownerOf = ownerOf;
        this.assembly = assembly;
    }

    @Override
    public void row(R row) {
        var next = ownerOf.apply(row);
        if (!rows.isEmpty() && !next.equals(owner)) {
            end();
        }
        owner = next;
        rows.add(row);
    }

    @Override
    public void end() {
        if (!rows.isEmpty()) {
            assembly.accept(owner, rows);
            rows.clear();
        }
    }
}

package dev.granary.emulator.ddl;

import dev.granary.emulator.model.Module;
import dev.granary.emulator.model.ObjectType;
import dev.granary.emulator.model.Routine;
import dev.granary.emulator.tsql.Cursor;
import java.util.ArrayList;

/** What is written in an assembly: EXTERNAL NAME of a module, aggregates. */
final class ClrDdl {

    private final Target target;
    private final Cursor cursor;

    ClrDdl(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    /** {@code assembly.class.method}, EXTERNAL NAME read; a type or an aggregate names no method. */
    static Module.External external(Target target, Cursor cursor) {
        var names = cursor.names();
        var assembly = ExternalDdl.required(target.catalog().extras().assemblies(), names.getFirst());
        return new Module.External(
                assembly.id(), names.size() > 1 ? names.get(1) : "", names.size() > 2 ? names.get(2) : null);
    }

    void createAggregate() {
        var names = cursor.names();
        var parameters = new ArrayList<Routine.Parameter>();
        cursor.expect("(");
        do {
            var name = cursor.next().text();
            parameters.add(
                    new Routine.Parameter(parameters.size() + 1, name, Types.read(cursor, target), false, false, null));
        } while (cursor.take(","));
        cursor.expect(")", "RETURNS");
        parameters.addFirst(new Routine.Parameter(0, "", Types.read(cursor, target), true, false, null));
        cursor.expect("EXTERNAL", "NAME");
        var runs = new Module.Runs(null, false, false, external(target, cursor));
        var module = new Module("", false, false, false, true, true, runs);
        target.catalog()
                .add(new Routine(target.birth(names), ObjectType.AGGREGATE, module, parameters, java.util.List.of()));
    }
}

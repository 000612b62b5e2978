package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.CheckRow;
import dev.granary.model.Aspect;
import dev.granary.model.Check;
import dev.granary.model.Checks;
import java.util.List;

/** The check constraints of one object. They are unknown as a whole where the login may not read an expression. */
final class CheckAssembly {

    private final ContentSink sink;
    private final NamedParts<Check> checks = NamedParts.of("checks", Check::name);

    CheckAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void checks(Owner owner, List<CheckRow> rows) {
        var known = true;
        for (var row : rows) {
            if (row.expression() == null) {
                known = false;
            } else {
                checks.add(check(owner, row, row.expression()), row.constraintName());
            }
        }
        var found = checks.take();
        if (known) {
            sink.part(owner, new Checks(found.parts()), found.systemNames());
        } else {
            sink.unknown(owner, Aspect.CHECKS);
        }
    }

    private static Check check(Owner owner, CheckRow row, String expression) {
        // The constraints of a table type can't be named by anyone but the system.
        var systemNamed = row.systemNamed() || owner.space() == Owner.Space.TYPE;
        return new Check(
                systemNamed ? null : row.constraintName(),
                row.columnName(),
                expression,
                row.disabled(),
                row.notTrusted(),
                row.notForReplication());
    }
}

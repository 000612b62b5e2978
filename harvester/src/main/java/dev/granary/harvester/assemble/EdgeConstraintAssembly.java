package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.EdgeConstraintRow;
import dev.granary.model.Aspect;
import dev.granary.model.EdgeConstraint;
import dev.granary.model.EdgeConstraint.Connection;
import dev.granary.model.EdgeConstraints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rows of one edge table may connect. It is unknown as a whole where the login may not see a node table. */
final class EdgeConstraintAssembly {

    private final ContentSink sink;
    private final NamedParts<EdgeConstraint> constraints = NamedParts.of("edgeConstraints", EdgeConstraint::name);

    EdgeConstraintAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void constraints(Owner owner, List<EdgeConstraintRow> rows) {
        var known = true;
        for (int from = 0, to; from < rows.size(); from = to) {
            to = from + 1;
            while (to < rows.size()
                    && rows.get(to).constraintId() == rows.get(from).constraintId()) {
                to++;
            }
            var constraint = constraint(rows.subList(from, to));
            if (constraint == null) {
                known = false;
            } else {
                constraints.add(constraint, rows.get(from).constraintName());
            }
        }
        var found = constraints.take();
        if (known) {
            sink.part(owner, new EdgeConstraints(found.parts()), found.systemNames());
        } else {
            sink.unknown(owner, Aspect.EDGE_CONSTRAINTS);
        }
    }

    private static @Nullable EdgeConstraint constraint(List<EdgeConstraintRow> clauses) {
        var connections = new ArrayList<Connection>(clauses.size());
        for (var clause : clauses) {
            if (clause.fromSchema() == null
                    || clause.fromTable() == null
                    || clause.toSchema() == null
                    || clause.toTable() == null) {
                return null;
            }
            connections.add(
                    new Connection(clause.fromSchema(), clause.fromTable(), clause.toSchema(), clause.toTable()));
        }
        // The server orders by its own collation.
        connections.sort(Comparator.comparing(Connection::fromSchema)
                .thenComparing(Connection::fromTable)
                .thenComparing(Connection::toSchema)
                .thenComparing(Connection::toTable));
        var row = clauses.getFirst();
        return new EdgeConstraint(
                row.systemNamed() ? null : row.constraintName(),
                connections,
                "NO_ACTION".equals(row.onDelete()) ? null : ObjectAssembly.lower(row.onDelete()),
                row.disabled(),
                row.notTrusted());
    }
}

package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.SecurityPolicyRow;
import dev.granary.model.Aspect;
import dev.granary.model.SecurityPolicy;
import dev.granary.model.SecurityPredicate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The predicates of one row-level security policy. It is unknown where the login may not see a predicate or its target. */
final class SecurityPolicyAssembly {

    private static final Comparator<SecurityPredicate> ORDER = Comparator.comparing(SecurityPredicate::schema)
            .thenComparing(SecurityPredicate::table)
            .thenComparing(SecurityPredicate::type)
            .thenComparing(SecurityPredicate::operation, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(SecurityPredicate::predicate);

    private final ContentSink sink;

    SecurityPolicyAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void policy(Owner owner, List<SecurityPolicyRow> rows) {
        var predicates = new ArrayList<SecurityPredicate>(rows.size());
        for (var row : rows) {
            if (row.predicateId() == null) {
                continue;
            }
            if (row.targetSchema() == null || row.targetName() == null || row.predicate() == null) {
                sink.unknown(owner, Aspect.SECURITY_POLICY);
                return;
            }
            predicates.add(new SecurityPredicate(
                    Objects.requireNonNullElse(ObjectAssembly.lower(row.predicateType()), ""),
                    ObjectAssembly.lower(row.operation()),
                    row.targetSchema(),
                    row.targetName(),
                    row.predicate()));
        }
        predicates.sort(ORDER);
        var row = rows.getFirst();
        sink.part(
                owner,
                new SecurityPolicy(!row.enabled(), !row.schemaBound(), row.notForReplication(), predicates),
                Map.of());
    }
}

package dev.granary.model;

import java.util.List;

/** A row-level security policy: its predicates by table, kind and operation. */
public record SecurityPolicy(
        boolean disabled, boolean notSchemaBound, boolean notForReplication, List<SecurityPredicate> predicates)
        implements PartContent {

    public SecurityPolicy {
        predicates = Lists.copy(predicates);
    }

    @Override
    public Aspect aspect() {
        return Aspect.SECURITY_POLICY;
    }
}

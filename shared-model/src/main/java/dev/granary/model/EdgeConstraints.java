package dev.granary.model;

import java.util.List;

/** What the rows of an edge table may connect, ordered as foreign keys are. */
public record EdgeConstraints(List<EdgeConstraint> edgeConstraints) implements PartContent {

    public EdgeConstraints {
        edgeConstraints = Lists.copy(edgeConstraints);
    }

    @Override
    public Aspect aspect() {
        return Aspect.EDGE_CONSTRAINTS;
    }
}

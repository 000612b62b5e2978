package dev.granary.model;

import java.util.List;

/** The extended properties of an object and of what it owns, by level, target and name. */
public record Descriptions(List<Description> properties) implements PartContent {

    public Descriptions {
        properties = Lists.copy(properties);
    }

    @Override
    public Aspect aspect() {
        return Aspect.DESCRIPTIONS;
    }
}

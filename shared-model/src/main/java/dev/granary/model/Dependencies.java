package dev.granary.model;

import java.util.List;

/** What an object's expressions refer to by name, by server, database, schema, name and column. */
public record Dependencies(List<Dependency> dependencies) implements PartContent {

    public Dependencies {
        dependencies = Lists.copy(dependencies);
    }

    @Override
    public Aspect aspect() {
        return Aspect.DEPENDENCIES;
    }
}

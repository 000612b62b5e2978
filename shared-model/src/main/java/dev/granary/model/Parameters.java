package dev.granary.model;

import java.util.List;

/** The parameters of a routine; ordinal 0 is the value a function returns. */
public record Parameters(List<Parameter> parameters) implements PartContent {

    public Parameters {
        parameters = Lists.copy(parameters);
    }

    @Override
    public Aspect aspect() {
        return Aspect.PARAMETERS;
    }
}

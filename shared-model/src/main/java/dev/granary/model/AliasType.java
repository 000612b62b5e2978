package dev.granary.model;

/** The system type an alias type stands for. */
public record AliasType(String type, boolean nullable) implements PartContent {

    @Override
    public Aspect aspect() {
        return Aspect.ALIAS_TYPE;
    }
}

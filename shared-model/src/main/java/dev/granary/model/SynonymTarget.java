package dev.granary.model;

/** What a synonym stands for, as written: one to four parts, quoted or not. */
public record SynonymTarget(String target) implements PartContent {

    @Override
    public Aspect aspect() {
        return Aspect.SYNONYM;
    }
}

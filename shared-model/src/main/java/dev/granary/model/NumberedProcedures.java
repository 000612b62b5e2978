package dev.granary.model;

import java.util.List;

/** The procedures that share a name and are told apart by number, from 2 up. */
public record NumberedProcedures(List<NumberedProcedure> procedures) implements PartContent {

    public NumberedProcedures {
        procedures = Lists.copy(procedures);
    }

    @Override
    public Aspect aspect() {
        return Aspect.NUMBERED_PROCEDURES;
    }
}

package dev.granary.harvester.publish;

import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.SectionStatus;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.model.ObjectKind;
import java.sql.SQLTransientException;
import java.util.ArrayList;

/** From staged objects and parts to definitions. */
final class Assembling {

    private final Steps steps;

    Assembling(Steps steps) {
        this.steps = steps;
    }

    /** Makes of every staged object a row of {@code incoming} that knows its definition, which is stored by then. */
    void assemble(DatabaseReading reading) throws HarvestFailure {
        var kinds = new ArrayList<Integer>();
        var aspects = new ArrayList<Integer>();
        for (var kind : ObjectKind.values()) {
            for (var section : reading.sections()) {
                if (section.status() != SectionStatus.COMPLETE) {
                    section.aspects().stream().filter(kind.aspects()::contains).forEach(aspect -> {
                        kinds.add(kind.code());
                        aspects.add(aspect.code());
                    });
                }
            }
        }
        if (!kinds.isEmpty()) {
            steps.step("fill_unknown")
                    .param(kinds.toArray(Integer[]::new))
                    .param(aspects.toArray(Integer[]::new))
                    .update();
        }
        makeIncoming();
    }

    /** The same again, after parts were staged that were not read. */
    void assembleAnew() throws HarvestFailure {
        steps.store().sql("TRUNCATE incoming, fresh_definition").update();
        makeIncoming();
    }

    /** A part that was known while it was read may have been collected as garbage since; from here on the caller keeps the collector out. */
    private void refuseLostParts() throws HarvestFailure {
        long lost = steps.step("lost_parts").query(Long.class).single();
        if (lost > 0) {
            throw new HarvestFailure(
                    null,
                    "collected",
                    "%d parts were collected as garbage while the database was read; it is read again.".formatted(lost),
                    new SQLTransientException("Parts are no longer stored", GarbageLock.COLLISION));
        }
    }

    private void makeIncoming() throws HarvestFailure {
        steps.run("assemble");
        steps.analyze("incoming");
        steps.run("fresh_definitions");
        steps.analyze("fresh_definition");
        refuseLostParts();
        steps.run("add_definitions");
        steps.run("identify_definitions");
    }
}

package dev.granary.harvester.publish;

import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.SectionStatus;
import dev.granary.harvester.work.HarvestFailure;
import java.util.Objects;
import java.util.Optional;

/** What the login saw, compared with the last time: where that fell, absence proves nothing. */
final class Sight {

    private Sight() {}

    static void refuseNarrower(Optional<LastSnapshot> last, DatabaseReading reading) throws HarvestFailure {
        if (last.isEmpty()) {
            return;
        }
        if (Boolean.TRUE.equals(last.get().viewDefinition()) && Boolean.FALSE.equals(reading.viewDefinition())) {
            throw new HarvestFailure(
                    null,
                    "visibility-fell",
                    "The harvest login has lost VIEW DEFINITION in this database; grant it again. The last snapshot stays.",
                    null);
        }
        for (var section : reading.sections()) {
            if (section.status() != SectionStatus.COMPLETE && last.get().wasComplete(section.section())) {
                throw new HarvestFailure(
                        section.section(),
                        Objects.requireNonNullElse(section.code(), "visibility-fell"),
                        "%s The section was complete at the last harvest, whose snapshot stays."
                                .formatted(Objects.requireNonNullElse(section.reason(), "")),
                        null);
            }
        }
    }
}

package dev.granary.harvester.assemble;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database read once, whole.
 *
 * @param viewDefinition whether the login had VIEW DEFINITION in the database; null where the engine cannot say
 * @param modulesWithoutText how many modules that are not encrypted showed no text
 */
public record DatabaseReading(
        Instant readFrom,
        Instant readTo,
        List<SectionReading> sections,
        @Nullable Boolean viewDefinition,
        int modulesWithoutText) {

    public DatabaseReading {
        sections = List.copyOf(sections);
    }
}

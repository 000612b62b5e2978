package dev.granary.harvester.assemble;

import dev.granary.registry.NameFilter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database read once, whole.
 *
 * @param viewDefinition whether the login had VIEW DEFINITION in the database; null where the engine cannot say
 * @param modulesWithoutText how many modules that are not encrypted showed no text
 * @param schemas which schemas the registry meant
 */
public record DatabaseReading(
        Instant readFrom,
        Instant readTo,
        List<SectionReading> sections,
        @Nullable Boolean viewDefinition,
        int modulesWithoutText,
        NameFilter schemas) {

    public DatabaseReading {
        sections = List.copyOf(sections);
    }

    /** A reading of all schemas. */
    public DatabaseReading(
            Instant readFrom,
            Instant readTo,
            List<SectionReading> sections,
            @Nullable Boolean viewDefinition,
            int modulesWithoutText) {
        this(readFrom, readTo, sections, viewDefinition, modulesWithoutText, NameFilter.ALL);
    }
}

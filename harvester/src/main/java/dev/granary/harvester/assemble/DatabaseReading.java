package dev.granary.harvester.assemble;

import dev.granary.registry.NameFilter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database read once, whole or in part.
 *
 * @param sections those that were read, and only those: of the others nothing is known
 * @param viewDefinition whether the login had VIEW DEFINITION in the database; null where the engine cannot say
 * @param modulesWithoutText how many modules that are not encrypted showed no text; null where modules were not read
 * @param schemas which schemas the registry meant
 */
public record DatabaseReading(
        Instant readFrom,
        Instant readTo,
        List<SectionReading> sections,
        @Nullable Boolean viewDefinition,
        @Nullable Integer modulesWithoutText,
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
            @Nullable Integer modulesWithoutText) {
        this(readFrom, readTo, sections, viewDefinition, modulesWithoutText, NameFilter.ALL);
    }

    /** Whether the section was asked, whatever came of it. */
    public boolean wasRead(Section section) {
        return sections.stream().anyMatch(reading -> reading.section().equals(section.sectionName()));
    }
}

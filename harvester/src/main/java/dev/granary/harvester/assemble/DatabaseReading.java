package dev.granary.harvester.assemble;

import dev.granary.registry.NameFilter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database read once, whole or in part.
 *
 * @param sections those that were read, and only those: of the others nothing is known
 * @param viewDefinition whether the login had VIEW DEFINITION in the database; null where the engine cannot say
 * @param modulesWithoutText how many modules that are not encrypted showed no text; null where modules were not read
 * @param schemas which schemas the registry meant
 * @param evidence what is known of the reading beside its content
 */
public record DatabaseReading(
        Instant readFrom,
        Instant readTo,
        List<SectionReading> sections,
        @Nullable Boolean viewDefinition,
        @Nullable Integer modulesWithoutText,
        NameFilter schemas,
        Evidence evidence) {

    public DatabaseReading {
        sections = List.copyOf(sections);
    }

    /** A whole reading of all schemas. */
    public DatabaseReading(
            Instant readFrom,
            Instant readTo,
            List<SectionReading> sections,
            @Nullable Boolean viewDefinition,
            @Nullable Integer modulesWithoutText) {
        this(readFrom, readTo, sections, viewDefinition, modulesWithoutText, NameFilter.ALL);
    }

    /** A whole reading that nothing was compared with. */
    public DatabaseReading(
            Instant readFrom,
            Instant readTo,
            List<SectionReading> sections,
            @Nullable Boolean viewDefinition,
            @Nullable Integer modulesWithoutText,
            NameFilter schemas) {
        this(readFrom, readTo, sections, viewDefinition, modulesWithoutText, schemas, Evidence.NONE);
    }

    public DatabaseReading with(Evidence known) {
        return new DatabaseReading(readFrom, readTo, sections, viewDefinition, modulesWithoutText, schemas, known);
    }

    /** This reading with sections that were read again, or were not read by it. */
    public DatabaseReading then(DatabaseReading later) {
        var merged = new LinkedHashMap<String, SectionReading>();
        sections.forEach(section -> merged.put(section.section(), section));
        later.sections.forEach(section -> merged.put(section.section(), section));
        return new DatabaseReading(
                readFrom,
                later.readTo,
                List.copyOf(merged.values()),
                later.viewDefinition,
                later.modulesWithoutText == null ? modulesWithoutText : later.modulesWithoutText,
                schemas,
                evidence);
    }

    /** Whether the section was asked, whatever came of it. */
    public boolean wasRead(Section section) {
        return sections.stream().anyMatch(reading -> reading.section().equals(section.sectionName()));
    }
}

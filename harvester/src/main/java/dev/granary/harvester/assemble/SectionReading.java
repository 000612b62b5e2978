package dev.granary.harvester.assemble;

import dev.granary.model.Aspect;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of one section of a database.
 *
 * @param section its name, which is also that of its statement
 * @param aspects the parts it feeds, which are unknown where it is not complete
 * @param code where it is not complete: the engine's error number, or {@code lacking} where it was not even asked
 * @param unreadable how many owners the engine failed on, each with a text of which its part is unknown
 * @param without what the section would have told and the engine lacks: a view, or a column of one; the parts stand without it
 * @param source {@code information_schema} where the section's own views are missing; null where they told
 * @param crossCheck what the section listed beside what INFORMATION_SCHEMA shows; null where that was not asked
 */
public record SectionReading(
        String section,
        SectionStatus status,
        Set<Aspect> aspects,
        long rows,
        @Nullable String code,
        @Nullable String reason,
        int unreadable,
        List<String> without,
        @Nullable String source,
        @Nullable CrossCheck crossCheck) {

    public SectionReading {
        aspects = Set.copyOf(aspects);
        without = List.copyOf(without);
    }

    public SectionReading(
            String section,
            SectionStatus status,
            Set<Aspect> aspects,
            long rows,
            @Nullable String code,
            @Nullable String reason) {
        this(section, status, aspects, rows, code, reason, 0, List.of(), null, null);
    }

    SectionReading with(CrossCheck compared) {
        return new SectionReading(section, status, aspects, rows, code, reason, unreadable, without, source, compared);
    }
}

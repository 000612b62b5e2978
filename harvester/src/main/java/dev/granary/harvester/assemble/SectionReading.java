package dev.granary.harvester.assemble;

import dev.granary.model.Aspect;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of one section of a database.
 *
 * @param section its name, which is also that of its statement
 * @param aspects the parts it feeds, which are unknown where it is not complete
 * @param code the engine's error number where it is not complete
 */
public record SectionReading(
        String section,
        SectionStatus status,
        Set<Aspect> aspects,
        long rows,
        @Nullable String code,
        @Nullable String reason) {

    public SectionReading {
        aspects = Set.copyOf(aspects);
    }
}

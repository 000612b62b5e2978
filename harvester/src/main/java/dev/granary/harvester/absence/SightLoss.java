package dev.granary.harvester.absence;

import dev.granary.harvester.assemble.SectionReading;
import dev.granary.model.Aspect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reading saw less than those before it: while there is any, absence proves nothing.
 *
 * @param viewDefinition whether VIEW DEFINITION was lost
 * @param sections those that were complete and are not now
 */
public record SightLoss(boolean viewDefinition, List<SectionReading> sections) {

    public static final SightLoss NONE = new SightLoss(false, List.of());

    public SightLoss {
        sections = List.copyOf(sections);
    }

    public boolean isAny() {
        return viewDefinition || !sections.isEmpty();
    }

    /** The parts that the lost sections feed. */
    Set<Aspect> aspects() {
        return sections.stream().flatMap(section -> section.aspects().stream()).collect(Collectors.toSet());
    }

    /** Whether the parts of that section stay as they were. */
    public boolean carries(String section) {
        return sections.stream().anyMatch(lost -> lost.section().equals(section));
    }

    /** The section to name where it is one alone. */
    @Nullable
    String onlySection() {
        return sections.size() == 1 && !viewDefinition ? sections.getFirst().section() : null;
    }

    String inWords() {
        var words = new ArrayList<String>();
        if (viewDefinition) {
            words.add("it has lost VIEW DEFINITION in this database");
        }
        for (var section : sections) {
            words.add("section %s was complete and now is %s: %s"
                    .formatted(
                            section.section(),
                            section.status().name().toLowerCase(java.util.Locale.ROOT),
                            Objects.requireNonNullElse(section.reason(), "no reason given")));
        }
        return words.isEmpty() ? "texts or parts that it could read are hidden now" : String.join("; ", words);
    }
}

package dev.granary.harvester.store;

import dev.granary.harvester.assemble.Section;
import dev.granary.model.Aspect;
import java.util.Set;
import java.util.stream.Collectors;

/** Where names that the system made stand, as the first word of their place. */
public final class SystemNamePlaces {

    private SystemNamePlaces() {}

    /** The words of the places that a section fills: defaults stand at columns, all else under its own aspect. */
    public static Set<String> of(Section section) {
        return section.aspects().stream()
                .map(aspect -> aspect == Aspect.COLUMNS ? "defaults" : aspect.jsonName())
                .collect(Collectors.toSet());
    }
}

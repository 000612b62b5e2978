package dev.granary.harvester.publish;

import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Owner;
import dev.granary.harvester.assemble.Section;
import dev.granary.harvester.store.SystemNamePlaces;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Completes a partial reading: what was not read is staged as it is placed now, so that the steps that follow need not know the difference. */
final class CarryForward {

    private final Steps steps;

    CarryForward(Steps steps) {
        this.steps = steps;
    }

    /** The reading as if all sections had been read; of those that were not, what the last snapshot says became of them. */
    DatabaseReading complete(int database, LastSnapshot last, DatabaseReading reading) {
        var unread = EnumSet.noneOf(Section.class);
        Arrays.stream(Section.values())
                .filter(section -> !reading.wasRead(section))
                .forEach(unread::add);
        carry(database, unread);
        var sections = Stream.concat(
                        reading.sections().stream(), unread.stream().flatMap(section -> last.reading(section).stream()))
                .toList();
        return new DatabaseReading(
                reading.readFrom(),
                reading.readTo(),
                sections,
                reading.viewDefinition(),
                reading.modulesWithoutText() == null ? last.modulesWithoutText() : reading.modulesWithoutText(),
                reading.schemas(),
                reading.evidence());
    }

    private void carry(int database, Set<Section> unread) {
        var kinds = EnumSet.noneOf(ObjectKind.class);
        var aspects = EnumSet.noneOf(Aspect.class);
        var places = new TreeSet<String>();
        for (var section : unread) {
            kinds.addAll(section.listed());
            aspects.addAll(section.aspects());
            places.addAll(SystemNamePlaces.of(section));
        }
        steps.run("carry_forward_objects", codes(kinds), spaces(kinds), database);
        var all = EnumSet.allOf(ObjectKind.class);
        var aspectCodes = aspects.stream().map(Aspect::code).toArray(Integer[]::new);
        steps.run("carry_forward_parts", codes(all), spaces(all), database, aspectCodes);
        steps.run("carry_forward_system_names", codes(all), spaces(all), database, places.toArray(String[]::new));
        List.of("staged_object", "staged_part", "staged_system_name").forEach(steps::analyze);
    }

    private static Integer[] codes(Set<ObjectKind> kinds) {
        return kinds.stream().map(ObjectKind::code).toArray(Integer[]::new);
    }

    private static Integer[] spaces(Set<ObjectKind> kinds) {
        return kinds.stream().map(kind -> Owner.Space.of(kind).code()).toArray(Integer[]::new);
    }
}

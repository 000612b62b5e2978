package dev.granary.query.diff;

import dev.granary.comparison.Change;
import dev.granary.comparison.ChangeType;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which parts a diff compares.
 *
 * @param structureOnly whether equal structure hashes make two states equal
 */
record Parts(Set<String> names, Set<String> aspects, boolean structureOnly) {

    private static final String STRUCTURE = "structure";

    /** Settings of a database, by which copies of one structure may differ. Its collation is structure: columns without their own have it. */
    private static final String OPTIONS = "options";

    Parts {
        names = Set.copyOf(names);
        aspects = Set.copyOf(aspects);
    }

    /** @param parameter groups, separated by commas; null is the structure */
    static Parts of(@Nullable String parameter) {
        var names = parameter == null ? Set.of(STRUCTURE) : new TreeSet<>(Arrays.asList(parameter.split(",", -1)));
        var known = Arrays.stream(Aspect.values()).map(Parts::group).collect(Collectors.toCollection(TreeSet::new));
        if (!known.containsAll(names)) {
            throw new RefusedException(
                    Reason.INVALID_PARAMETER,
                    "parts takes of %s, separated by commas".formatted(String.join(", ", known)));
        }
        var aspects = Arrays.stream(Aspect.values())
                .filter(aspect ->
                        names.contains(group(aspect)) || (aspect == Aspect.DATABASE && names.contains(OPTIONS)))
                .map(Aspect::jsonName)
                .collect(Collectors.toSet());
        return new Parts(names, aspects, names.equals(Set.of(STRUCTURE)));
    }

    /** Whether a part that kinds of objects can have is compared at all; a principal, for one, is no structure. */
    boolean compare(ObjectKind kind) {
        return kind.aspects().stream().anyMatch(aspect -> aspects.contains(aspect.jsonName()));
    }

    /** @param aspect null stands for any of the structure */
    boolean compare(@Nullable Aspect aspect) {
        return aspect == null ? names.contains(STRUCTURE) : aspects.contains(aspect.jsonName());
    }

    /** Whether a change of a part that is compared is one of those that were asked for. */
    boolean tell(Change change) {
        return change.type() != ChangeType.DATABASE_OPTION_CHANGED || names.contains(OPTIONS);
    }

    private static String group(Aspect aspect) {
        if (aspect.structural()) {
            return STRUCTURE;
        }
        return switch (aspect.jsonName()) {
            case "storage", "statistics", "partitionFunction", "partitionScheme" -> "storage";
            case "scopedConfiguration" -> OPTIONS;
            case "permissions", "memberships", "principal" -> "permissions";
            default -> aspect.jsonName();
        };
    }
}

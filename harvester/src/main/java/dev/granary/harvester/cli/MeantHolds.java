package dev.granary.harvester.cli;

import dev.granary.harvester.absence.HoldSelector;
import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.absence.ListedHold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The holds that a person decides about; words that mean none are refused, so that nobody takes a slip for a decision. */
final class MeantHolds {

    @Parameters(
            arity = "1..*",
            paramLabel = "ID|PATTERN",
            description = "A hold's id, or the open holds of databases that server/database patterns match.")
    private List<String> words = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, for the record.")
    private @Nullable String note;

    /** Finds them, and says which they are, one a line. */
    List<ListedHold> tell(String verb, HoldTable table, Surroundings surroundings) {
        Map<Integer, ListedHold> meant = new LinkedHashMap<>();
        for (var word : words) {
            var found = table.matching(selector(word));
            if (found.isEmpty()) {
                throw new Refusal(
                        word.matches("[0-9]+")
                                ? "There is no hold %s.".formatted(word)
                                : "No open hold is of a database that %s matches.".formatted(word));
            }
            found.forEach(hold -> meant.put(hold.id(), hold));
        }
        var holds = List.copyOf(meant.values());
        holds.forEach(hold -> surroundings.complain("%s hold %d of %s/%s: %d objects, parts of %d (%s)"
                .formatted(
                        verb, hold.id(), hold.server(), hold.database(), hold.objects(), hold.partial(), hold.code())));
        return holds;
    }

    private static HoldSelector selector(String word) {
        try {
            return HoldSelector.of(word);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal("%s: %s".formatted(word, wrong.getMessage()));
        }
    }

    @Nullable
    String note() {
        return note;
    }

    /** Who decides: the user of this process. */
    String by() {
        return "cli:" + System.getProperty("user.name", "unknown");
    }
}

package dev.granary.harvester.cli;

import dev.granary.harvester.absence.HoldSelector;
import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.absence.ListedHold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The holds that a person's words mean; words that mean none are refused, so that nobody takes a slip for a decision. */
final class MeantHolds {

    private MeantHolds() {}

    static List<ListedHold> of(List<String> words, HoldTable table) {
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
        return List.copyOf(meant.values());
    }

    private static HoldSelector selector(String word) {
        try {
            return HoldSelector.of(word);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal("%s: %s".formatted(word, wrong.getMessage()));
        }
    }

    /** Says which holds are decided about, one a line. */
    static void tell(String verb, List<ListedHold> holds, Surroundings surroundings) {
        holds.forEach(hold -> surroundings.complain("%s hold %d of %s/%s: %d objects, parts of %d (%s)"
                .formatted(
                        verb, hold.id(), hold.server(), hold.database(), hold.objects(), hold.partial(), hold.code())));
    }

    /** Who decides: the user of this process. */
    static String user() {
        return "cli:" + System.getProperty("user.name", "unknown");
    }
}

package dev.granary.harvester.requests;

import dev.granary.harvester.absence.HoldSelector;
import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.absence.ListedHold;
import dev.granary.harvester.runs.HarvestRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hold that a request is about. */
record AskedHold(List<ListedHold> holds, @Nullable String note) {

    AskedHold {
        holds = List.copyOf(holds);
    }

    static AskedHold of(Request request, HoldTable table) throws HarvestRefused {
        int id = request.body().path("hold").asInt(0);
        var note = request.body().path("note");
        var found = table.matching(new HoldSelector(id, null, null));
        if (found.isEmpty()) {
            throw new HarvestRefused("There is no hold %d.".formatted(id));
        }
        return new AskedHold(found, note.isString() ? note.asString() : null);
    }
}

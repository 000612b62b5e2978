package dev.granary.harvester.requests;

import dev.granary.harvester.absence.HoldSelector;
import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.absence.ListedHold;
import dev.granary.harvester.runs.HarvestRefused;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Starts the harvest that applies a hold, or keeps what it lists: {@code {"hold":id,"note":text,"updatedAt":instant}}. With {@code updatedAt}
 * only the hold as it was then is decided about.
 */
@Component
class HoldHandler implements RequestHandler {

    private static final String RELEASE = "release";
    private static final String REJECT = "reject";

    private final HoldTable holds;
    private final HoldDecisions decisions;

    HoldHandler(HoldTable holds, HoldDecisions decisions) {
        this.holds = holds;
        this.decisions = decisions;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RELEASE, REJECT);
    }

    @Override
    public OptionalLong handle(Request request) throws HarvestRefused {
        int id = request.body().path("hold").asInt(0);
        var asked = holds.matching(new HoldSelector(id, null, null));
        if (asked.isEmpty()) {
            throw new HarvestRefused("There is no hold %d.".formatted(id));
        }
        refuseUnseen(asked.getFirst(), request.body().path("updatedAt").asString(""));
        var said = request.body().path("note");
        var note = said.isString() ? said.asString() : null;
        if (request.kind().equals(RELEASE)) {
            return OptionalLong.of(decisions.release(asked, request.requestedBy(), note));
        }
        decisions.reject(asked, request.requestedBy(), note);
        return OptionalLong.empty();
    }

    /** Nobody decides about a list that they did not see. */
    private static void refuseUnseen(ListedHold hold, String seen) throws HarvestRefused {
        if (!seen.isEmpty() && !seen.equals(hold.updatedAt().toString())) {
            throw new HarvestRefused(
                    "A harvest listed hold %d anew at %s: look at it again.".formatted(hold.id(), hold.updatedAt()));
        }
    }
}

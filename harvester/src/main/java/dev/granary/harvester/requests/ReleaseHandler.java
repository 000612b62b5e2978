package dev.granary.harvester.requests;

import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.runs.HarvestRefused;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Starts the harvest that applies a hold: {@code {"hold":id,"note":text}}. */
@Component
class ReleaseHandler implements RequestHandler {

    private final HoldTable holds;
    private final HoldDecisions decisions;

    ReleaseHandler(HoldTable holds, HoldDecisions decisions) {
        this.holds = holds;
        this.decisions = decisions;
    }

    @Override
    public String kind() {
        return "release";
    }

    @Override
    public OptionalLong handle(Request request) throws HarvestRefused {
        var asked = AskedHold.of(request, holds);
        return OptionalLong.of(decisions.release(asked.holds(), request.requestedBy(), asked.note()));
    }
}

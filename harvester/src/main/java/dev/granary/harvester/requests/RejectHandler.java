package dev.granary.harvester.requests;

import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.runs.HarvestRefused;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Keeps what a hold lists: {@code {"hold":id,"note":text}}. */
@Component
class RejectHandler implements RequestHandler {

    private final HoldTable holds;
    private final HoldDecisions decisions;

    RejectHandler(HoldTable holds, HoldDecisions decisions) {
        this.holds = holds;
        this.decisions = decisions;
    }

    @Override
    public String kind() {
        return "reject";
    }

    @Override
    public OptionalLong handle(Request request) throws HarvestRefused {
        var asked = AskedHold.of(request, holds);
        decisions.reject(asked.holds(), request.requestedBy(), asked.note());
        return OptionalLong.empty();
    }
}

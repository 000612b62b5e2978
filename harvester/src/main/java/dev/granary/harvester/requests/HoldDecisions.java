package dev.granary.harvester.requests;

import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.absence.ListedHold;
import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.HarvestRuns;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out what somebody decided about holds; within a transaction of the caller's, which rolls back where it is refused. */
@Component
public class HoldDecisions {

    private final HoldTable holds;
    private final HarvestRuns harvests;

    HoldDecisions(HoldTable holds, HarvestRuns harvests) {
        this.holds = holds;
        this.harvests = harvests;
    }

    /**
     * Prepares the run that applies the holds; the caller launches it when the transaction has ended.
     *
     * @return the run's id
     * @throws HarvestRefused if one of them is not to be decided any more, or its server is no longer registered
     */
    public long release(List<ListedHold> decided, String by, @Nullable String note) throws HarvestRefused {
        for (var hold : decided) {
            if (!hold.isReleasable()) {
                throw over(hold);
            }
        }
        long run = harvests.prepare(HarvestRequest.of(decided.stream()
                .map(hold -> new HarvestRequest.Target(hold.server(), hold.database()))
                .toList()));
        if (!holds.release(decided, run, by, note)) {
            throw new HarvestRefused(
                    "One of these holds was decided, or listed anew by a harvest, meanwhile: list them again.");
        }
        return run;
    }

    /** @throws HarvestRefused if one of them is not open any more */
    public void reject(List<ListedHold> decided, String by, @Nullable String note) throws HarvestRefused {
        reject(holds, decided, by, note);
    }

    /** The same for those who have no run to start. */
    public static void reject(HoldTable holds, List<ListedHold> decided, String by, @Nullable String note)
            throws HarvestRefused {
        for (var hold : decided) {
            if (!hold.isOpen()) {
                throw over(hold);
            }
        }
        if (!holds.reject(decided, by, note)) {
            throw new HarvestRefused("Somebody else decided about one of these holds meanwhile: list them again.");
        }
    }

    private static HarvestRefused over(ListedHold hold) {
        return new HarvestRefused("Hold %d of %s/%s is %s: there is nothing left to decide."
                .formatted(hold.id(), hold.server(), hold.database(), hold.state()));
    }
}

package dev.granary.harvester.requests;

import dev.granary.harvester.absence.ListedHold;
import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestRuns;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Releases holds for somebody who waits: either all of them and their run, or nothing. */
@Component
public class HoldRelease {

    private final HoldDecisions decisions;
    private final HarvestRuns harvests;
    private final TransactionTemplate whole;

    HoldRelease(HoldDecisions decisions, HarvestRuns harvests, PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.harvests = harvests;
        this.whole = new TransactionTemplate(transactions);
    }

    private record Attempt(OptionalLong run, String reason) {}

    /** @return the id of the run that applies them, which goes on by itself */
    public long start(List<ListedHold> holds, String by, @Nullable String note) throws HarvestRefused {
        var attempt = whole.execute(status -> {
            try {
                return new Attempt(OptionalLong.of(decisions.release(holds, by, note)), "");
            } catch (HarvestRefused refused) {
                status.setRollbackOnly();
                return new Attempt(OptionalLong.empty(), String.valueOf(refused.getMessage()));
            }
        });
        if (attempt.run().isEmpty()) {
            throw new HarvestRefused(attempt.reason());
        }
        long run = attempt.run().getAsLong();
        harvests.launch(run);
        return run;
    }
}

package dev.granary.harvester.schedule;

import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.HarvestRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does with a server what has come due. */
@Component
class Starting {

    private static final Logger LOG = LoggerFactory.getLogger(Starting.class);

    private final HarvestRuns harvests;
    private final ScheduledMeasuring measuring;

    Starting(HarvestRuns harvests, ScheduledMeasuring measuring) {
        this.harvests = harvests;
        this.measuring = measuring;
    }

    /** A harvest is written down in the caller's transaction. */
    Start prepare(String server, ScheduledKind kind) throws HarvestRefused {
        var mode = kind.mode();
        if (mode.isEmpty()) {
            return () -> measuring.start(server);
        }
        long run = harvests.prepare(HarvestRequest.scheduled(server, mode.get()));
        return () -> {
            LOG.info("The scheduled {} harvest of {} is run {}", kind.text(), server, run);
            harvests.launch(run);
        };
    }
}

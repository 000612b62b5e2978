package dev.granary.harvester.schedule;

import dev.granary.harvester.measures.Measuring;
import dev.granary.harvester.runs.HarvestMode;
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
    private final Measuring measuring;

    Starting(HarvestRuns harvests, Measuring measuring) {
        this.harvests = harvests;
        this.measuring = measuring;
    }

    /** Returns when a harvest has begun, or when a measuring is through. */
    void start(String server, ScheduledKind kind) throws HarvestRefused, InterruptedException {
        var mode = kind.mode();
        if (mode.isPresent()) {
            long run = harvests.start(HarvestRequest.scheduled(server, mode.get()));
            LOG.info("The scheduled {} harvest of {} is run {}", kind.text(), server, run);
        } else {
            measure(server);
        }
    }

    /** As an incremental harvest does, it wakes no database for its sizes. */
    private void measure(String server) throws InterruptedException {
        var answer = measuring
                .measure(HarvestRequest.scheduled(server, HarvestMode.INCREMENTAL))
                .answer();
        LOG.info("{} is measured: {}", server, answer.databases());
        for (var finding : answer.findings()) {
            LOG.warn(
                    "{}/{} is {} ({}): {}",
                    finding.server(),
                    finding.database(),
                    finding.status(),
                    finding.code(),
                    finding.reason());
        }
    }
}

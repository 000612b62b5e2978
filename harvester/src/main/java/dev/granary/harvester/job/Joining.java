package dev.granary.harvester.job;

import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.harvester.runs.ProcessName;
import dev.granary.harvester.runs.RunTable;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.work.Helpers;
import dev.granary.harvester.work.StopSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Has this process work on runs that others started, and take over those whose process died. */
@Component
@ConditionalOnBooleanProperty(name = "granary.harvest.joins", matchIfMissing = true)
class Joining {

    private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

    private final RunTable runs;
    private final HarvestLauncher launcher;
    private final Helpers helpers;
    private final SourceSessions sessions;
    private final StopSignal stop;
    private final ProcessName process;
    private final HarvestProperties properties;

    Joining(
            RunTable runs,
            HarvestLauncher launcher,
            Helpers helpers,
            SourceSessions sessions,
            StopSignal stop,
            ProcessName process,
            HarvestProperties properties) {
        this.runs = runs;
        this.launcher = launcher;
        this.helpers = helpers;
        this.sessions = sessions;
        this.stop = stop;
        this.process = process;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("joining").start(this::goOn);
    }

    private void goOn() {
        try {
            while (!stop.isGiven()) {
                look();
                Thread.sleep(properties.look());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            runs.dead().forEach(launcher::takeOver);
            if (!helpers.call(process.toString())) {
                sessions.closeIdle();
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The store could not be asked for work; it is asked again", away);
        }
    }
}

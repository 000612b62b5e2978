package dev.granary.harvester.work;

import dev.granary.harvester.runs.HarvestProperties;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** How many databases this process reads at once, over all runs: whoever works takes a seat first. */
@Component
class Seats {

    private final Semaphore free;

    Seats(HarvestProperties properties) {
        this.free = new Semaphore(properties.workers(), true);
    }

    /** What is done on a seat. */
    interface Work {
        Worker.Step step();
    }

    Worker.Step on(Work work) throws InterruptedException {
        free.acquire();
        try {
            return work.step();
        } finally {
            free.release();
        }
    }

    int free() {
        return free.availablePermits();
    }
}

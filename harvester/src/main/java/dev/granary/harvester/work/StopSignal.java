package dev.granary.harvester.work;

import org.springframework.stereotype.Component;

/** Says that this process stops: workers finish the database in hand and lease no other. */
@Component
public class StopSignal {

    private volatile boolean given;

    public void give() {
        given = true;
    }

    public boolean isGiven() {
        return given;
    }
}

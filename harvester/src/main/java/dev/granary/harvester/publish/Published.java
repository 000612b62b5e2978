package dev.granary.harvester.publish;

import dev.granary.harvester.absence.SightLoss;
import dev.granary.harvester.absence.Verdict;

/**
 * A snapshot that was published.
 *
 * @param sequence its number in its database
 * @param changed whether anything changed with it
 * @param loss what the login saw less than is expected of it
 * @param verdict what is held of it
 */
record Published(int sequence, boolean changed, int objects, int columns, SightLoss loss, Verdict verdict) {

    String outcome() {
        if (verdict.isHeld()) {
            return "held";
        }
        return changed ? "published" : "unchanged";
    }
}

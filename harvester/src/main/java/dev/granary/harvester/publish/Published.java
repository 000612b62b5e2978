package dev.granary.harvester.publish;

import dev.granary.harvester.absence.SightLoss;
import dev.granary.harvester.absence.Verdict;

/**
 * What a publication comes to.
 *
 * @param sequence of the snapshot that is the latest then
 * @param snapshot whether that is a new one, or the last was found to hold
 * @param changed whether anything is not as it was
 * @param loss what the login saw less than is expected of it
 * @param verdict what is held of it
 */
record Published(
        int sequence, boolean snapshot, boolean changed, int objects, int columns, SightLoss loss, Verdict verdict) {

    String outcome() {
        if (verdict.isHeld()) {
            return "held";
        }
        return changed ? "published" : "unchanged";
    }
}

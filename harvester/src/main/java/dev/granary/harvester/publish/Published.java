package dev.granary.harvester.publish;

/**
 * What a publication comes to.
 *
 * @param sequence of the snapshot that is the latest then
 * @param snapshot whether that is a new one, or the last was found to hold
 * @param changed whether anything is not as it was
 */
record Published(int sequence, boolean snapshot, boolean changed, int objects, int columns) {}

package dev.granary.query.pointers;

import java.time.Instant;
import java.util.Map;

/**
 * The latest snapshot of a database.
 *
 * @param at when its reading ended
 * @param sections the status of each section
 */
public record CurrentSnapshot(
        int sequence,
        Instant at,
        Instant verifiedAt,
        String mode,
        String treeHash,
        int objects,
        int columns,
        Map<String, String> sections) {}

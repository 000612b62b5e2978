package dev.granary.query.pointers;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot of a database.
 *
 * @param at when its reading ended
 * @param sections the status of each section
 * @param reasons why a section is not complete, or with what it had to do without
 * @param crossCheck null where the reading was not compared
 */
public record CurrentSnapshot(
        int sequence,
        Instant at,
        Instant verifiedAt,
        String mode,
        String treeHash,
        int objects,
        int columns,
        Map<String, String> sections,
        Map<String, String> reasons,
        @Nullable CrossCheck crossCheck) {

    /** Tables (views too) and columns, as they were read and as INFORMATION_SCHEMA counts them. */
    public record CrossCheck(boolean agrees, Count tables, Count columns) {}

    /** One number asked in two ways. */
    public record Count(long sys, long informationSchema) {}
}

package dev.granary.harvester.sweep;

/** What a harvest does with a database. */
sealed interface Decision {

    /** It is read. */
    record Harvest() implements Decision {}

    /** It is meant, but out of reach: its last snapshot stays, marked stale. */
    record Skip(String code, String reason) implements Decision {}

    /** The registry does not mean it: it takes no part, and what is known of it is stale. */
    record Excluded(String reason) implements Decision {}

    /** The request is about others: nothing of it is touched. */
    record Elsewhere() implements Decision {}
}

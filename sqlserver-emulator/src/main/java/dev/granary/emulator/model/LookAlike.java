package dev.granary.emulator.model;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An engine that speaks TDS and resembles SQL Server, but is another: it has one number for nearly all errors, lacks views and
 * functions, never moves modify_date, ignores cancel, writes names in lower case, shows columns of tables that it does not show, and
 * cannot run a batch in another database.
 *
 * @param errorNumber the number of all errors of statements
 * @param damaged objects, as schema.name, whose definitions cannot be read: whoever touches one gets an error
 */
public record LookAlike(int errorNumber, Set<String> damaged) {

    public static final int NUMBER = 33_557_097;

    public static final String VERSION = "3.4.0";

    private static final Set<String> LACKED_FUNCTIONS = Set.of("CHECKSUM_AGG", "BINARY_CHECKSUM", "HAS_PERMS_BY_NAME");

    public static final Set<String> LACKED_VIEWS = Set.of(
            "sys.parameters", "sys.dm_db_partition_stats", "sys.allocation_units", "INFORMATION_SCHEMA.PARAMETERS");

    public LookAlike {
        damaged = damaged.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    public boolean lacks(String function) {
        return LACKED_FUNCTIONS.contains(function);
    }

    public boolean damaged(DbObject object) {
        return damaged.contains((object.schema().name() + "." + object.name()).toLowerCase(Locale.ROOT));
    }
}

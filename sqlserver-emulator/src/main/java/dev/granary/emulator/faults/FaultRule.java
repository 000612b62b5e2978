package dev.granary.emulator.faults;

import dev.granary.emulator.faults.FaultAction.Fail;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One fault and its conditions; those left out always hold.
 *
 * @param login a login's name, in any case
 * @param database the current database's name, in any case
 * @param text found anywhere in the statement
 * @param afterRows rows of the statement's answer that are sent first; 0 strikes before the statement runs
 * @param times how often the rule strikes before it is spent
 */
public record FaultRule(
        FaultPoint at,
        FaultAction action,
        @Nullable String login,
        @Nullable String database,
        @Nullable Pattern text,
        long afterRows,
        int times) {

    public static final int ALWAYS = Integer.MAX_VALUE;

    public FaultRule {
        if (times < 1 || afterRows < 0) {
            throw new IllegalArgumentException("A fault strikes at least once, and after no less than 0 rows.");
        }
        if (at != FaultPoint.STATEMENT && (text != null || afterRows > 0)) {
            throw new IllegalArgumentException("Only a fault at a statement can look at its text or rows.");
        }
        if (at == FaultPoint.CONNECT && (login != null || database != null || action instanceof Fail)) {
            throw new IllegalArgumentException("At connect no login is known, and no error can be sent.");
        }
    }

    public static FaultRule at(FaultPoint point, FaultAction action) {
        return new FaultRule(point, action, null, null, null, 0, ALWAYS);
    }

    public FaultRule forLogin(String name) {
        return new FaultRule(at, action, name, database, text, afterRows, times);
    }

    public FaultRule inDatabase(String name) {
        return new FaultRule(at, action, login, name, text, afterRows, times);
    }

    /** Limits the rule to statements in which this regular expression is found, in any case and over line ends. */
    public FaultRule onText(String regex) {
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        return new FaultRule(at, action, login, database, pattern, afterRows, times);
    }

    public FaultRule afterRows(long rows) {
        return new FaultRule(at, action, login, database, text, rows, times);
    }

    public FaultRule times(int count) {
        return new FaultRule(at, action, login, database, text, afterRows, count);
    }

    boolean concerns(FaultPoint point, String who, String where, String what) {
        return at == point
                && (login == null || login.equalsIgnoreCase(who))
                && (database == null || database.equalsIgnoreCase(where))
                && (text == null || text.matcher(what).find());
    }
}

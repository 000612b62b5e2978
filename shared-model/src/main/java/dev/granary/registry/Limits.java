package dev.granary.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of a server is used at most, by all processes together.
 *
 * @param connections databases that are read at once
 * @param statementsPerMinute how fast statements follow each other; null for as fast as they can
 * @param sourceSecondsPerRun how long a run may wait for the server in all before it leaves the rest; null for as long as it takes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Limits(
        int connections,
        int loginTimeoutSeconds,
        int statementTimeoutSeconds,
        @Nullable Integer statementsPerMinute,
        @Nullable Integer sourceSecondsPerRun) {
    public static final Limits DEFAULT = new Limits(4, 15, 300);

    static final int MOST_CONNECTIONS = 64;
    static final int LONGEST_LOGIN_SECONDS = 600;
    static final int LONGEST_STATEMENT_SECONDS = 86_400;
    static final int MOST_STATEMENTS_PER_MINUTE = 1_000_000;
    static final int MOST_SOURCE_SECONDS_PER_RUN = 604_800;

    public Limits {
        requireBetween(1, connections, MOST_CONNECTIONS);
        requireBetween(1, loginTimeoutSeconds, LONGEST_LOGIN_SECONDS);
        requireBetween(1, statementTimeoutSeconds, LONGEST_STATEMENT_SECONDS);
        if (statementsPerMinute != null) {
            requireBetween(1, statementsPerMinute, MOST_STATEMENTS_PER_MINUTE);
        }
        if (sourceSecondsPerRun != null) {
            requireBetween(1, sourceSecondsPerRun, MOST_SOURCE_SECONDS_PER_RUN);
        }
    }

    /** Without budgets. */
    public Limits(int connections, int loginTimeoutSeconds, int statementTimeoutSeconds) {
        this(connections, loginTimeoutSeconds, statementTimeoutSeconds, null, null);
    }

    public Limits withBudgets(@Nullable Integer perMinute, @Nullable Integer secondsPerRun) {
        return new Limits(connections, loginTimeoutSeconds, statementTimeoutSeconds, perMinute, secondsPerRun);
    }

    private static void requireBetween(int least, int value, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " is not between " + least + " and " + most);
        }
    }

    public Duration loginTimeout() {
        return Duration.ofSeconds(loginTimeoutSeconds);
    }

    public Duration statementTimeout() {
        return Duration.ofSeconds(statementTimeoutSeconds);
    }
}

package dev.granary.registry;

import java.time.Duration;

/** How much of a server is used at most. */
public record Limits(int connections, int loginTimeoutSeconds, int statementTimeoutSeconds) {
    public static final Limits DEFAULT = new Limits(4, 15, 300);

    static final int MOST_CONNECTIONS = 64;
    static final int LONGEST_LOGIN_SECONDS = 600;
    static final int LONGEST_STATEMENT_SECONDS = 86_400;

    public Limits {
        requireBetween(1, connections, MOST_CONNECTIONS);
        requireBetween(1, loginTimeoutSeconds, LONGEST_LOGIN_SECONDS);
        requireBetween(1, statementTimeoutSeconds, LONGEST_STATEMENT_SECONDS);
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

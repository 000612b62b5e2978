package dev.granary.emulator.model;

import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A database or server principal.
 *
 * @param kind S SQL user or login, R role, A application role, U Windows user, G Windows group
 * @param login of a database user: the login it belongs to, if any
 * @param home the default schema of a user, the default database of a login
 */
public record Principal(
        int id,
        String name,
        char kind,
        @Nullable String login,
        @Nullable String home,
        int ownerId,
        boolean fixedRole,
        boolean disabled,
        LocalDateTime createDate,
        LocalDateTime modifyDate)
        implements Serializable {

    public static final int PUBLIC = 0;
    public static final int DBO = 1;

    public Principal(
            int id,
            String name,
            char kind,
            @Nullable String login,
            @Nullable String home,
            int ownerId,
            boolean fixedRole,
            boolean disabled,
            LocalDateTime createDate) {
        this(id, name, kind, login, home, ownerId, fixedRole, disabled, createDate, createDate);
    }

    public Principal withOwner(int owner, LocalDateTime at) {
        return new Principal(id, name, kind, login, home, owner, fixedRole, disabled, createDate, at);
    }

    public Principal touched(LocalDateTime at) {
        return new Principal(id, name, kind, login, home, ownerId, fixedRole, disabled, createDate, at);
    }

    public Principal withName(String now) {
        return new Principal(id, now, kind, login, home, ownerId, fixedRole, disabled, createDate, modifyDate);
    }

    public Principal withLogin(@Nullable String now) {
        return new Principal(id, name, kind, now, home, ownerId, fixedRole, disabled, createDate, modifyDate);
    }

    public Principal withHome(@Nullable String now) {
        return new Principal(id, name, kind, login, now, ownerId, fixedRole, disabled, createDate, modifyDate);
    }

    public Principal withDisabled(boolean now) {
        return new Principal(id, name, kind, login, home, ownerId, fixedRole, now, createDate, modifyDate);
    }

    public String kindDescription(boolean server) {
        return switch (kind) {
            case 'R' -> server ? "SERVER_ROLE" : "DATABASE_ROLE";
            case 'U' -> server ? "WINDOWS_LOGIN" : "WINDOWS_USER";
            case 'G' -> "WINDOWS_GROUP";
            case 'A' -> "APPLICATION_ROLE";
            default -> server ? "SQL_LOGIN" : "SQL_USER";
        };
    }
}

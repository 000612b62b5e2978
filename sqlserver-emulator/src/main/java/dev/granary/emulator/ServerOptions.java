package dev.granary.emulator;

import dev.granary.emulator.model.ServerProfile;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an emulated server is to be.
 *
 * @param absent views and columns it lacks, as {@code sys.masked_columns} or {@code sys.tables.ledger_type}
 * @param errorNumber the number all errors of statements get, or null for SQL Server's own
 */
public record ServerOptions(
        ServerProfile profile,
        String saPassword,
        Clock clock,
        Set<String> absent,
        @Nullable Integer errorNumber) {

    public ServerOptions {
        absent = Set.copyOf(absent);
    }

    public static ServerOptions named(String name, String saPassword) {
        return new ServerOptions(ServerProfile.named(name), saPassword, Clock.systemUTC(), Set.of(), null);
    }

    public ServerOptions withProfile(ServerProfile other) {
        return new ServerOptions(other, saPassword, clock, absent, errorNumber);
    }

    public ServerOptions withVersion(String version) {
        return withProfile(profile.withVersion(version));
    }

    public ServerOptions withEdition(String edition, int engineEdition) {
        return withProfile(profile.withEdition(edition, engineEdition));
    }

    public ServerOptions withClock(Clock other) {
        return new ServerOptions(profile, saPassword, other, absent, errorNumber);
    }

    public ServerOptions without(String... missing) {
        return new ServerOptions(profile, saPassword, clock, Set.of(missing), errorNumber);
    }

    public ServerOptions withErrorNumber(int number) {
        return new ServerOptions(profile, saPassword, clock, absent, number);
    }

    @Override
    public String toString() {
        return "ServerOptions[%s]".formatted(profile.name());
    }
}

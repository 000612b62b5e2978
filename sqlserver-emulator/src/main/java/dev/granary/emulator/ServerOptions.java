package dev.granary.emulator;

import dev.granary.emulator.model.LookAlike;
import dev.granary.emulator.model.ServerProfile;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an emulated server is to be. Views and columns that came after its version are left out by themselves.
 *
 * @param absent views and columns it lacks besides, as {@code sys.masked_columns} or {@code sys.tables.ledger_type}
 * @param errorNumber the number all errors of statements get, or null for SQL Server's own
 * @param lookAlike how it differs from SQL Server, or null if it plays SQL Server itself
 */
public record ServerOptions(
        ServerProfile profile,
        String saPassword,
        Clock clock,
        Set<String> absent,
        @Nullable Integer errorNumber,
        @Nullable LookAlike lookAlike) {

    public ServerOptions {
        absent = Set.copyOf(absent);
    }

    public static ServerOptions named(String name, String saPassword) {
        return new ServerOptions(ServerProfile.named(name), saPassword, Clock.systemUTC(), Set.of(), null, null);
    }

    /** An engine that only resembles SQL Server; the definitions of the objects named, as schema.name, cannot be read. */
    public static ServerOptions lookAlike(String name, String saPassword, String... damaged) {
        return new ServerOptions(
                ServerProfile.named(name),
                saPassword,
                Clock.systemUTC(),
                LookAlike.LACKED_VIEWS,
                LookAlike.NUMBER,
                new LookAlike(LookAlike.NUMBER, Set.of(damaged)));
    }

    public ServerOptions withProfile(ServerProfile other) {
        return new ServerOptions(other, saPassword, clock, absent, errorNumber, lookAlike);
    }

    public ServerOptions withVersion(String version) {
        return withProfile(profile.withVersion(version));
    }

    public ServerOptions withEdition(String edition, int engineEdition) {
        return withProfile(profile.withEdition(edition, engineEdition));
    }

    public ServerOptions withClock(Clock other) {
        return new ServerOptions(profile, saPassword, other, absent, errorNumber, lookAlike);
    }

    public ServerOptions without(String... missing) {
        return new ServerOptions(profile, saPassword, clock, Set.of(missing), errorNumber, lookAlike);
    }

    public ServerOptions withErrorNumber(int number) {
        return new ServerOptions(profile, saPassword, clock, absent, number, lookAlike);
    }

    @Override
    public String toString() {
        return "ServerOptions[%s]".formatted(profile.name());
    }
}

package dev.granary.query.pointers;

import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All pointers, in memory. They are given out for a few seconds after PostgreSQL last confirmed them, and refused from then on. */
@Component
public class Pointers {

    /** The interval at which they are asked for is a small part of this; a restart of PostgreSQL fits in. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private static final Comparator<DatabasePointer> ORDER =
            Comparator.comparing(DatabasePointer::server).thenComparing(DatabasePointer::name);

    private final Clock clock;
    private volatile @Nullable Held held;

    Pointers(Clock clock) {
        this.clock = clock;
    }

    private record Held(List<DatabasePointer> sorted, Map<Integer, DatabasePointer> byId, Instant confirmedAt) {}

    /** Sorted by server and name. */
    public List<DatabasePointer> all() {
        return held().sorted();
    }

    public List<DatabasePointer> ofServer(String server) {
        return all().stream().filter(p -> p.server().equals(server)).toList();
    }

    public Optional<DatabasePointer> byId(int database) {
        return Optional.ofNullable(held().byId().get(database));
    }

    /** When PostgreSQL last said that they are current; null before the first time. */
    public @Nullable Instant confirmedAt() {
        var now = held;
        return now == null ? null : now.confirmedAt();
    }

    public boolean areGood() {
        var at = confirmedAt();
        return at != null && Duration.between(at, clock.instant()).compareTo(GOOD_FOR) < 0;
    }

    void replace(List<DatabasePointer> pointers) {
        var byId = pointers.stream().collect(Collectors.toUnmodifiableMap(DatabasePointer::id, Function.identity()));
        held = new Held(pointers.stream().sorted(ORDER).toList(), byId, clock.instant());
    }

    void confirm() {
        var now = held;
        if (now != null) {
            held = new Held(now.sorted(), now.byId(), clock.instant());
        }
    }

    private Held held() {
        var now = held;
        if (now == null || !areGood()) {
            throw new RefusedException(Reason.UNAVAILABLE, "The store does not answer; try again");
        }
        return now;
    }
}

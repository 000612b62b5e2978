package dev.granary.harvester.sweep;

import dev.granary.harvester.digest.Basis;
import dev.granary.harvester.digest.DatabaseDigests;
import dev.granary.harvester.digest.LastReading;
import dev.granary.harvester.digest.LastReadings;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.source.BorrowedSession;
import dev.granary.harvester.source.SourceSessions;
import dev.granary.harvester.work.Guest;
import dev.granary.harvester.work.Guests;
import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.SourceCost;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds the databases of a server that need not be read: their digests are what they were. As many are asked at once as the server has room for
 * when it begins, at least one. One that did not answer is left to a worker, who sees why.
 */
@Component
class DigestComparison {

    private static final Logger LOG = LoggerFactory.getLogger(DigestComparison.class);

    private final Guests guests;
    private final SourceSessions sessions;
    private final DatabaseTable databases;
    private final LastReadings lastReadings;
    private final DatabaseDigests digests;
    private final Clock clock;

    DigestComparison(
            Guests guests,
            SourceSessions sessions,
            DatabaseTable databases,
            LastReadings lastReadings,
            DatabaseDigests digests,
            Clock clock) {
        this.guests = guests;
        this.sessions = sessions;
        this.databases = databases;
        this.lastReadings = lastReadings;
        this.digests = digests;
        this.clock = clock;
    }

    Verified compare(RegisteredServer server, Listing listing, HarvestRequest request) throws InterruptedException {
        var at = clock.instant();
        var candidates = new ConcurrentLinkedQueue<>(candidates(server, listing, request));
        Map<Integer, Integer> unchanged = new ConcurrentHashMap<>();
        var cost = new AtomicReference<>(SourceCost.NONE);
        int most = Math.min(server.settings().limits().connections(), candidates.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < most; i++) {
                var guest = i == 0 ? Optional.of(guests.enter(server.id())) : guests.enterAtOnce(server.id());
                if (guest.isEmpty()) {
                    break;
                }
                threads.execute(() -> drain(guest.get(), server, candidates, unchanged, cost));
            }
        }
        return new Verified(at, unchanged, cost.get());
    }

    /** A database that was read before and under the same conditions; the others are read in full anyway, and a closed one is not woken. */
    private List<Candidate> candidates(RegisteredServer server, Listing listing, HarvestRequest request) {
        var readings = lastReadings.ofServer(server.id());
        var decisions = new Decisions(server.name(), server.settings().databases(), request);
        var known = new ConcurrentHashMap<String, KnownDatabase>();
        databases.known(server.id()).forEach(database -> known.put(database.name(), database));
        var candidates = new ArrayList<Candidate>();
        for (var listed : listing.databases()) {
            var before = known.get(listed.databaseName());
            var last = before == null ? null : readings.get(before.id());
            if (before != null
                    && last != null
                    && decisions.of(listed) instanceof Decision.Harvest
                    && !Decisions.isClosed(listed)
                    && Arrays.equals(
                            last.basis(),
                            Basis.of(
                                    server,
                                    listing.engine(),
                                    before.seenAs(listed).identity()))) {
                candidates.add(new Candidate(before.id(), listed.databaseName(), last));
            }
        }
        return candidates;
    }

    /** Until there are no more, or others took the guest for gone: what is left then is read. */
    private void drain(
            Guest guest,
            RegisteredServer server,
            Queue<Candidate> candidates,
            Map<Integer, Integer> unchanged,
            AtomicReference<SourceCost> cost) {
        try (guest) {
            while (guest.isHeld() && !candidates.isEmpty()) {
                try (var session = sessions.borrow(server)) {
                    drain(guest, session, server, candidates, unchanged);
                    cost.accumulateAndGet(session.cost(), SourceCost::plus);
                }
            }
        } catch (SQLException away) {
            LOG.debug("{} gives no connection for digests; its databases are read", server.name(), away);
        }
    }

    /** Until there are no more, the guest is lost, or the session has met an error, after which nobody shall have it. */
    private void drain(
            Guest guest,
            BorrowedSession session,
            RegisteredServer server,
            Queue<Candidate> candidates,
            Map<Integer, Integer> unchanged) {
        while (guest.isHeld()) {
            @Nullable Candidate next = candidates.poll();
            if (next == null) {
                return;
            }
            try {
                var now = digests.of(session, server, next.name());
                var last = next.last();
                if (now.isPresent() && last.digests().differing(now.get()).isEmpty()) {
                    unchanged.put(next.database(), last.sequence());
                }
            } catch (SQLException refused) {
                LOG.debug("{}/{} does not tell its digests and is read", server.name(), next.name(), refused);
                session.broken();
                return;
            }
        }
    }

    private record Candidate(int database, String name, LastReading last) {}
}

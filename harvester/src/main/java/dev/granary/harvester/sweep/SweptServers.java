package dev.granary.harvester.sweep;

import dev.granary.harvester.absence.DatabaseHolds;
import dev.granary.harvester.facts.FactTable;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.harvester.runs.ProblemCode;
import dev.granary.harvester.runs.RunProblem;
import dev.granary.harvester.runs.RunTable;
import dev.granary.harvester.work.Breakers;
import dev.granary.harvester.work.Spending;
import dev.granary.harvester.work.Staleness;
import dev.granary.harvester.work.WorkTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns what a server answered into rows: databases seen, renamed and dropped, work to be done, and what is stale from now on. */
@Component
class SweptServers {

    private static final Logger LOG = LoggerFactory.getLogger(SweptServers.class);

    private static final String EMPTIED = "all-databases-missing";
    private static final String ALL_MISSING =
            "The server lists none of the databases that are known of it, all at once: this may be another server under its address. Release"
                    + " the hold if they are gone.";

    private final DatabaseTable databases;
    private final WorkTable work;
    private final Spending spending;
    private final Breakers breakers;
    private final Staleness staleness;
    private final RunTable runs;
    private final FactTable facts;
    private final DatabaseHolds holds;

    SweptServers(
            DatabaseTable databases,
            WorkTable work,
            Spending spending,
            Breakers breakers,
            Staleness staleness,
            RunTable runs,
            FactTable facts,
            DatabaseHolds holds) {
        this.databases = databases;
        this.work = work;
        this.spending = spending;
        this.breakers = breakers;
        this.staleness = staleness;
        this.runs = runs;
        this.facts = facts;
        this.holds = holds;
    }

    /** Whether anything of the server is to be read. */
    boolean write(long run, HarvestRequest request, ServerAnswer answer) {
        return switch (answer) {
            case ServerAnswer.Listed listed -> listed(run, request, listed);
            case ServerAnswer.NoAnswer silent -> {
                silent(run, request, silent);
                yield false;
            }
        };
    }

    private void silent(long run, HarvestRequest request, ServerAnswer.NoAnswer answer) {
        var server = answer.server();
        var failure = answer.failure();
        var reason = "The server did not answer the harvest: %s".formatted(failure.reason());
        LOG.warn("{} is out of reach ({}): {}", server.name(), failure.code(), failure.reason());
        databases.outOfReach(server.id(), failure);
        if (failure.endsConnection()) {
            breakers.failed(server.id(), failure);
        }
        databases.known(server.id()).stream()
                .filter(known -> request.meansDatabase(server.name(), known.name()))
                .forEach(known -> staleness.mark(known.id(), reason));
        runs.addProblem(run, new RunProblem(server.name(), null, failure.code(), failure.reason()));
    }

    /** A server whose login cannot be decrypted: its databases are as stale as if it were out of reach, and no other server's. */
    void locked(long run, HarvestRequest request, String server, String reason) {
        LOG.warn("{} cannot be logged in to: {}", server, reason);
        databases.known(server).stream()
                .filter(known -> request.meansDatabase(server, known.name()))
                .forEach(known -> staleness.mark(known.id(), reason));
        runs.addProblem(run, new RunProblem(server, null, ProblemCode.CREDENTIAL, reason));
    }

    private boolean listed(long run, HarvestRequest request, ServerAnswer.Listed answer) {
        var server = answer.server();
        databases.reachable(server.id(), answer.listing().engine());
        spending.swept(run, server.id(), answer.cost());
        breakers.answered(server.id());
        facts.write(server.id(), answer.listing().facts());
        var taking = new Taking(
                run,
                server.id(),
                new Decisions(server.name(), server.settings().databases(), request),
                answer.verified());
        var known = databases.known(server.id());
        var unseen = known.stream()
                .collect(Collectors.toMap(KnownDatabase::name, one -> one, (one, other) -> one, HashMap::new));
        var arrivals = answer.listing().databases().stream()
                .filter(database -> !taking.seen(database, Optional.ofNullable(unseen.remove(database.databaseName()))))
                .toList();
        for (var arrival : arrivals) {
            taking.arrived(arrival, unseen);
        }
        work.enqueue(run, taking.harvested);
        boolean emptied = answer.listing().complete() && unseen.size() == known.size();
        unseen.values().stream()
                .filter(gone -> request.meansDatabase(server.name(), gone.name()))
                .forEach(gone -> missing(run, gone, answer.listing(), emptied));
        holds.endOfListed(known.stream()
                .filter(one -> !unseen.containsKey(one.name()))
                .map(KnownDatabase::id)
                .toList());
        databases.verified(run, answer.verified());
        return !taking.harvested.isEmpty();
    }

    /**
     * Only who sees every database knows that one is gone; and that all are gone at once somebody has to confirm, also when the server lists
     * others by then.
     */
    private void missing(long run, KnownDatabase known, Listing listing, boolean emptied) {
        if (!listing.complete()) {
            staleness.mark(known.id(), perhapsHidden(listing.extent()));
        } else if ((emptied || holds.isHeld(known.id(), EMPTIED)) && !holds.isReleasedBy(run, known.id())) {
            holds.hold(run, known.id(), EMPTIED, ALL_MISSING);
            staleness.mark(known.id(), ALL_MISSING);
        } else {
            databases.dropped(known);
            holds.end(run, known.id());
        }
    }

    private static String perhapsHidden(Listing.Extent extent) {
        return "The server does not list the database, but %s: it may be hidden."
                .formatted(
                        extent == Listing.Extent.PART
                                ? "the login lacks VIEW ANY DATABASE"
                                : "the engine does not say whether it lists all");
    }

    /** What becomes of the databases that a server listed. */
    private final class Taking {

        private final long run;
        private final int server;
        private final Decisions decisions;
        private final Verified verified;
        private final List<Integer> harvested = new ArrayList<>();

        Taking(long run, int server, Decisions decisions, Verified verified) {
            this.run = run;
            this.server = server;
            this.decisions = decisions;
            this.verified = verified;
        }

        /** False if the store knows no database of that name. */
        boolean seen(ListedDatabase database, Optional<KnownDatabase> known) {
            known.ifPresent(before -> decided(before, database, verified));
            return known.isPresent();
        }

        /** A name that is new: a database that was renamed, or one never seen. */
        void arrived(ListedDatabase database, Map<String, KnownDatabase> unseen) {
            var renamed = unseen.values().stream()
                    .filter(known -> known.isRenamed(database))
                    .findFirst();
            var decision = decisions.of(database);
            if (renamed.isPresent()) {
                unseen.remove(renamed.get().name());
                decided(renamed.get(), database, Verified.NONE);
            } else if (decision instanceof Decision.Harvest || decision instanceof Decision.Skip) {
                var first = KnownDatabase.first(database);
                act(databases.insert(server, first), decision, Verified.NONE);
            }
        }

        private void decided(KnownDatabase before, ListedDatabase database, Verified asBefore) {
            var decision = decisions.of(database);
            if (decision instanceof Decision.Elsewhere) {
                return;
            }
            var now = before.seenAs(database);
            if (!now.equals(before)) {
                databases.update(now);
            }
            if (!now.name().equals(before.name())) {
                databases.renamed(before, now);
            }
            act(now.id(), decision, asBefore);
        }

        private void act(int database, Decision decision, Verified asBefore) {
            switch (decision) {
                case Decision.Harvest harvest -> {
                    if (!asBefore.holds(database)) {
                        harvested.add(database);
                    }
                }
                case Decision.Skip skip -> {
                    work.skip(run, database, skip.code(), skip.reason());
                    staleness.mark(database, skip.reason());
                }
                case Decision.Excluded excluded -> staleness.mark(database, excluded.reason());
                case Decision.Elsewhere elsewhere -> LOG.debug("Database {} is not asked for", database);
            }
        }
    }
}

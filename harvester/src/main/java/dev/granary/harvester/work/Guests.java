package dev.granary.harvester.work;

import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.harvester.runs.ProcessName;
import dev.granary.harvester.source.HarvestBroken;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Lets in whoever needs a connection to a server and reads no leased database of it: with the leases, no more over all processes than the registry
 * allows. A guest takes his seat before he borrows a session, waits for one only while he has none at that server, and so keeps nobody from ending.
 */
@Component
public class Guests implements AutoCloseable {

    /** Who waits looks again after this and up to as much more. */
    private static final Duration LOOK = Duration.ofMillis(300);

    /** Longer than a worker takes to look again for something to lease. */
    private static final Duration BREATH = Duration.ofMillis(600);

    private static final Logger LOG = LoggerFactory.getLogger(Guests.class);

    private final GuestTable table;
    private final StopSignal stop;
    private final Set<Guest> seated = ConcurrentHashMap.newKeySet();
    private final Thread keeper;

    public Guests(DataSource store, HarvestProperties properties, StopSignal stop, ProcessName process) {
        this.table = new GuestTable(store, properties, process.toString());
        this.stop = stop;
        this.keeper = Thread.ofVirtual().name("guests").start(this::keep);
    }

    /**
     * A seat at a server, for which this waits; what becomes free is given to those who wait before a database is leased.
     *
     * @throws HarvestBroken if the process stops meanwhile
     */
    public Guest enter(int server) throws InterruptedException {
        @Nullable Long waiting = null;
        try {
            while (!stop.isGiven()) {
                var row = table.seatOrQueue(server, waiting);
                waiting = row.id();
                if (row.seated()) {
                    waiting = null;
                    return seated(row.id());
                }
                Thread.sleep(LOOK.plusMillis(ThreadLocalRandom.current().nextLong(LOOK.toMillis())));
            }
            throw new HarvestBroken("stopped", "The process stops.");
        } finally {
            if (waiting != null) {
                leave(waiting);
            }
        }
    }

    /** A seat at a server where one is free for who does not wait. */
    public Optional<Guest> enterAtOnce(int server) {
        return table.seat(server).map(this::seated);
    }

    /** Lets the workers of any process lease a database before the caller enters again, if one of the server is queued. */
    public void giveWay(int server) throws InterruptedException {
        if (table.isQueued(server)) {
            Thread.sleep(BREATH);
        }
    }

    private Guest seated(long id) {
        var guest = new Guest(this, id);
        seated.add(guest);
        return guest;
    }

    void leave(Guest guest) {
        if (seated.remove(guest)) {
            leave(guest.id());
        }
    }

    /** What cannot be taken away expires by itself. */
    private void leave(long id) {
        try {
            table.leave(id);
        } catch (DataAccessException away) {
            LOG.warn("A guest could not leave and is counted until his seat expires", away);
        }
    }

    private void keep() {
        try {
            while (true) {
                Thread.sleep(table.beat());
                extend();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that is away for a moment costs nothing: the seats outlast several beats. */
    private void extend() {
        var held = Set.copyOf(seated);
        if (held.isEmpty()) {
            return;
        }
        try {
            var extended = table.extend(held.stream().map(Guest::id).toList());
            held.stream().filter(guest -> !extended.contains(guest.id())).forEach(Guest::lost);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The seats of guests could not be extended and are tried again", away);
        }
    }

    /** Extends nothing any more. */
    @Override
    public void close() {
        keeper.interrupt();
    }
}

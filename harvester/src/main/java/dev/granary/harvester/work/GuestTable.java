package dev.granary.harvester.work;

import dev.granary.harvester.runs.HarvestProperties;
import dev.granary.harvester.sql.SqlFile;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of {@code granary.guest}. They are counted and added under the lock under which leases of the server are given. */
final class GuestTable {

    private static final String ROOM = SqlFile.read(GuestTable.class, "guest-room");
    private static final String ENTER = SqlFile.read(GuestTable.class, "enter-guest");
    private static final String SEAT = SqlFile.read(GuestTable.class, "seat-guest");
    private static final String EXTEND = SqlFile.read(GuestTable.class, "extend-guests");
    private static final String EXPIRE = SqlFile.read(GuestTable.class, "expire-guests");
    private static final String QUEUED = SqlFile.read(GuestTable.class, "queued-of-server");

    private final JdbcClient store;
    private final TransactionTemplate transaction;
    private final HarvestProperties properties;
    private final String owner;

    GuestTable(DataSource store, HarvestProperties properties, String owner) {
        this.store = JdbcClient.create(store);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(store));
        this.properties = properties;
        this.owner = owner;
    }

    /** A guest's row. */
    record Row(long id, boolean seated) {}

    /** A seat for one who has waited as that row, or has just come; where there is no room, a place among those who wait. */
    Row seatOrQueue(int server, @Nullable Long waiting) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean seated = isRoom(server, waiting);
            long id = waiting == null
                    ? enter(server, seated)
                    : seat(waiting, seated).orElseGet(() -> enter(server, seated));
            return new Row(id, seated);
        }));
    }

    /** The row of a seat, if there is room for one more after those who wait. */
    Optional<Long> seat(int server) {
        return Objects.requireNonNull(transaction.execute(
                status -> isRoom(server, null) ? Optional.of(enter(server, true)) : Optional.empty()));
    }

    /** Those of the seats that are still their holders', who have them for another lease. */
    Set<Long> extend(Collection<Long> seats) {
        return store.sql(EXTEND)
                .param("seats", seats.toArray(Long[]::new))
                .param("leaseSeconds", leaseSeconds())
                .query((row, number) -> row.getLong("id"))
                .set();
    }

    void leave(long id) {
        store.sql("DELETE FROM granary.guest WHERE id = :id").param("id", id).update();
    }

    /** Whether a running run has something queued of the server. */
    boolean isQueued(int server) {
        return store.sql(QUEUED).param("server", server).query(Boolean.class).single();
    }

    /** How often a seat must be extended: one lost beat is no loss. */
    Duration beat() {
        return properties.lease().dividedBy(4);
    }

    private boolean isRoom(int server, @Nullable Long waiting) {
        store.sql(Leases.HURRY).query(Boolean.class).single();
        store.sql("SELECT true FROM pg_advisory_xact_lock(:lock, :server)")
                .param("lock", Leases.LEASING)
                .param("server", server)
                .query(Boolean.class)
                .single();
        store.sql(EXPIRE).update();
        return store.sql(ROOM)
                .param("server", server)
                .param("waiting", waiting)
                .param("failures", properties.breakerFailures())
                .query(Boolean.class)
                .single();
    }

    private long enter(int server, boolean seated) {
        return store.sql(ENTER)
                .param("server", server)
                .param("owner", owner)
                .param("seated", seated)
                .param("leaseSeconds", leaseSeconds())
                .query(Long.class)
                .single();
    }

    private Optional<Long> seat(long waiting, boolean seated) {
        return store.sql(SEAT)
                .param("waiting", waiting)
                .param("seated", seated)
                .param("leaseSeconds", leaseSeconds())
                .query(Long.class)
                .optional();
    }

    private double leaseSeconds() {
        return properties.lease().toMillis() / 1000.0;
    }
}

package dev.granary.harvester.upgrade;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.assemble.CatalogReader;
import dev.granary.harvester.assemble.ContentSink;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Scope;
import dev.granary.harvester.assemble.SectionFailure;
import dev.granary.harvester.publish.StoredHarvest;
import dev.granary.harvester.warm.Warmer;
import dev.granary.harvester.work.HarvestFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.core.io.ClassPathResource;

/** The database {@code shop} on an emulated server whose clock stands still, so that it is the same object for object each time it is built. */
final class Shop implements AutoCloseable {

    static final String BUILT = "built";
    static final String ALTERED = "altered";
    private static final String PASSWORD = "Shop-keeper-1";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

    private final EmulatedServer engine =
            EmulatedServer.create(ServerOptions.named("SHOP", PASSWORD).withClock(CLOCK));
    private final EmulatorServer server = EmulatorServer.builder(engine).start();

    /** Runs one of the scripts beside this class. */
    void run(String script) throws IOException {
        engine.run(new ClassPathResource(script + ".sql", Shop.class).getContentAsString(StandardCharsets.UTF_8));
    }

    void execute(String batches) {
        engine.run("USE shop\nGO\n" + batches);
    }

    /** Harvests it whole into the store, as the database of that id. */
    void harvest(TestStore store, int database) throws HarvestFailure {
        new StoredHarvest(store.dataSource(), (lease, sink) -> read(sink), new Warmer(TestStore.noRedis()))
                .harvest(store.lease(database));
    }

    private DatabaseReading read(ContentSink sink) throws HarvestFailure {
        var url = "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;user=sa;password=%s".formatted(server.port(), PASSWORD);
        try (var connection = DriverManager.getConnection(url)) {
            connection.setCatalog("shop");
            return new CatalogReader(Clock.systemUTC()).read(connection, Scope.ALL, sink);
        } catch (SQLException | SectionFailure e) {
            throw new HarvestFailure(null, "test", String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        server.close();
        engine.close();
    }
}

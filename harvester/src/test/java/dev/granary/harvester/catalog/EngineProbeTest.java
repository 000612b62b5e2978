package dev.granary.harvester.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.sqlserver.EngineCapabilities;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineProbeTest {

    private static final String PASSWORD = "Probe-it-1";
    private static final ServerOptions OPTIONS =
            ServerOptions.named("PROBED", PASSWORD).withVersion("17.0.1000.7");
    private static final EngineCapabilities VERSION = new EngineCapabilities("16.0.1", 3);
    private static final List<String> STATEMENTS =
            CatalogQuery.ALL.stream().map(CatalogQuery::sql).toList();

    @Test
    void findsThatSqlServerHasAllThatIsRead() throws SQLException {
        var features = features(OPTIONS);

        for (var query : CatalogQuery.ALL) {
            assertThat(features.fit(query)).isEqualTo(new FittedQuery(query.sql(), List.of()));
            assertThat(features.missing(query.sql())).isEmpty();
        }
        assertThat(features.listed()).isTrue();
        assertThat(features.lookAlike()).isFalse();
        assertThat(features.functions()).containsExactlyInAnyOrder(EngineFunction.values());
    }

    @Test
    void findsWhatAnOlderVersionLacks() throws SQLException {
        var features = features(OPTIONS.without("sys.masked_columns", "sys.columns.is_hidden"));

        assertThat(features.listed()).isTrue();
        assertThat(features.fit(CatalogQuery.COLUMNS).without())
                .containsExactlyInAnyOrder("sys.masked_columns", "sys.columns.is_hidden");
    }

    @Test
    void findsThatEnginesBefore2016HashShortTextsOnly() throws SQLException {
        assertThat(features(OPTIONS.withVersion("12.0.6024.0")).supports(EngineFunction.HASH_OF_TEXT))
                .isFalse();
    }

    @Test
    void asksForEachViewWhereAnEngineCannotListThem() throws SQLException {
        var features = features(OPTIONS.without("sys.all_columns", "sys.parameters", "sys.columns.is_hidden")
                .withErrorNumber(33557097));

        assertThat(features.listed()).isFalse();
        assertThat(features.lookAlike()).isFalse();
        assertThat(features.missing(CatalogQuery.PARAMETERS.sql())).contains("sys.parameters");
        assertThat(features.has("sys.columns.is_hidden")).isFalse();
        assertThat(features.has("sys.columns.is_sparse")).isTrue();
    }

    @Test
    void tellsAnEngineThatOnlyResembles() throws SQLException {
        var features = features(ServerOptions.lookAlike("ALIKE", PASSWORD));

        assertThat(features.listed()).isFalse();
        assertThat(features.lookAlike()).isTrue();
    }

    @Test
    void asksOncePerVersionHoweverManyDatabases() throws SQLException {
        try (var engine = EmulatedServer.create(OPTIONS);
                var server = EmulatorServer.builder(engine).start();
                var connection = connect(server)) {
            var known = new KnownEngines();
            var first = known.of("erp", VERSION, connection);
            long before = server.counters().now().roundTrips();

            assertThat(known.of("erp", VERSION, connection)).isSameAs(first);
            assertThat(server.counters().now().roundTrips()).isEqualTo(before);
            assertThat(known.of("crm", VERSION, connection)).isSameAs(first);
            assertThat(server.counters().now().roundTrips()).isGreaterThan(before);
            before = server.counters().now().roundTrips();
            assertThat(known.of("erp", new EngineCapabilities("16.0.1", 3, "4.1.0"), connection))
                    .isSameAs(first);
            assertThat(server.counters().now().roundTrips()).isGreaterThan(before);
        }
    }

    private static EngineFeatures features(ServerOptions options) throws SQLException {
        try (var engine = EmulatedServer.create(options);
                var server = EmulatorServer.builder(engine).start();
                var connection = connect(server)) {
            return new EngineProbe(connection).features(STATEMENTS);
        }
    }

    private static Connection connect(EmulatorServer server) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;user=sa;password=%s".formatted(server.port(), PASSWORD));
    }
}

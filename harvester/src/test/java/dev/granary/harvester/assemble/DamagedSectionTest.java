package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.emulator.engine.Engine;
import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.Login;
import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.engine.StatementKind;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.CheckRow;
import dev.granary.harvester.catalog.EngineFeatures;
import dev.granary.harvester.catalog.EngineFunction;
import dev.granary.model.Aspect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners 1 to n with two checks each, of which the engine cannot show the text of some. */
class DamagedSectionTest {

    private static final int FAILURE = 33557097;

    private static final EngineFeatures LOOK_ALIKE =
            new EngineFeatures(Map.of(), Set.of(), Set.of(), false, true, Set.of(EngineFunction.values()));

    private final Set<Integer> damaged = new TreeSet<>();
    private final AtomicInteger statements = new AtomicInteger();
    private final List<String> seen = new ArrayList<>();
    private int owners = 1000;
    private boolean sorting;
    private boolean failsBare;
    private int failure = FAILURE;
    private EngineFeatures features = EngineFeatures.EVERYTHING;
    private boolean deaf;
    private final Semaphore over = new Semaphore(0);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void losesNothingButTheTextsTheEngineFailsOn(boolean sortsFirst) throws Exception {
        sorting = sortsFirst;
        damaged.addAll(Set.of(1, 300, 301, 1000));

        var reading = read();

        assertThat(seen).hasSize(2000).startsWith("1 null", "1 null", "2 text").contains("299 text", "302 text");
        assertThat(seen.stream().filter(row -> row.endsWith("null")).distinct())
                .containsExactly("1 null", "300 null", "301 null", "1000 null");
        assertThat(reading.status()).isEqualTo(SectionStatus.COMPLETE);
        assertThat(reading.rows()).isEqualTo(2000);
        assertThat(reading.unreadable()).isEqualTo(4);
        assertThat(reading.code()).isEqualTo(Integer.toString(FAILURE));
        assertThat(statements).hasValueLessThan(80);
    }

    @Test
    void readsTheRestWithoutTextsWhereTheEngineFailsTooOften() throws Exception {
        damaged.addAll(IntStream.rangeClosed(1, 1000).boxed().toList());

        var reading = read();

        assertThat(seen).hasSize(2000).allMatch(row -> row.endsWith("null"));
        assertThat(reading.unreadable()).isEqualTo(1000);
        assertThat(statements).hasValueLessThan(140);
    }

    @Test
    void failsWhereItIsNoText() {
        damaged.add(-1);

        assertThatThrownBy(this::read)
                .isInstanceOf(SectionFailure.class)
                .extracting(e -> ((SectionFailure) e).code())
                .isEqualTo(Integer.toString(FAILURE));
    }

    @Test
    void leavesTheSectionUnknownWhereAnEngineThatOnlyResemblesRefusesAllOfIt() throws Exception {
        features = LOOK_ALIKE;
        damaged.add(-1);

        var reading = read();

        assertThat(reading.status()).isEqualTo(SectionStatus.UNSUPPORTED);
        assertThat(reading.code()).isEqualTo(Integer.toString(FAILURE));
        assertThat(reading.reason()).contains("only resembles SQL Server");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1205, 701, 596})
    void failsOnWhatPassesWhateverTheEngine(int number) {
        features = LOOK_ALIKE;
        failure = number;
        damaged.add(-1);

        assertThatThrownBy(this::read)
                .isInstanceOf(SectionFailure.class)
                .extracting(e -> ((SectionFailure) e).code())
                .isEqualTo(Integer.toString(number));
    }

    @Test
    void failsAfterTheFirstRowWhateverTheEngine() {
        features = LOOK_ALIKE;
        damaged.add(2);
        failsBare = true;

        assertThatThrownBy(this::read)
                .isInstanceOf(SectionFailure.class)
                .extracting(e -> ((SectionFailure) e).code())
                .isEqualTo(Integer.toString(FAILURE));
    }

    @Test
    @Timeout(120)
    void throwsTheConnectionAwayWhereTheEngineIgnoresACancel() throws Exception {
        owners = 1;
        deaf = true;
        try (var server = EmulatorServer.builder(new Failing()).start();
                var connection = connect(server)) {
            var stream = new RowStream<>(
                    connection,
                    EngineFeatures.EVERYTHING,
                    CatalogQuery.CHECKS,
                    new EachRow<CheckRow>(this::stop),
                    false);

            assertThatThrownBy(() -> stream.read(EngineFeatures.EVERYTHING.fit(CatalogQuery.CHECKS)))
                    .hasMessage("Enough.");
            assertThat(connection.isClosed()).isTrue();
            over.release();
        }
    }

    private void stop(CheckRow row) {
        throw new IllegalStateException("Enough.");
    }

    private SectionReading read() throws SQLException, SectionFailure {
        try (var server = EmulatorServer.builder(new Failing()).start();
                var connection = connect(server)) {
            var reader = new SectionReader(connection, features);
            reader.read(
                    CatalogQuery.CHECKS,
                    Set.of(Aspect.CHECKS),
                    new EachRow<>(row -> seen.add(row.objectId() + " " + row.expression())));
            return reader.readings().getFirst();
        }
    }

    private static Connection connect(EmulatorServer server) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlserver://127.0.0.1:" + server.port() + ";encrypt=false;user=sa;password=x");
    }

    private final class Failing implements Engine {

        @Override
        public EngineSession open(Login login) {
            return new Session();
        }
    }

    private final class Session implements EngineSession {

        @Override
        public String database() {
            return "shop";
        }

        @Override
        public void execute(String batch, List<Parameter> parameters, Results results) {
            if (!batch.contains("sys.")) {
                results.columns(List.of());
                results.done(StatementKind.OTHER, -1);
                return;
            }
            if (batch.contains("TOP (0)")) {
                throw new SqlServerError(FAILURE, "not that way");
            }
            statements.incrementAndGet();
            boolean texts = batch.contains("ck.definition");
            int from = parameters.isEmpty() ? 1 : (Integer) parameters.get(0).value();
            int to = parameters.isEmpty() ? owners : (Integer) parameters.get(1).value();
            if (damaged.contains(-1)
                    || (failsBare && !texts)
                    || (texts && sorting && damaged.stream().anyMatch(d -> d >= from && d <= to))) {
                throw new SqlServerError(failure, "could not open relation");
            }
            results.columns(List.of(
                    column("object_id", SqlType.INT),
                    column("constraint_name", SqlType.NVARCHAR),
                    column("system_named", SqlType.BIT),
                    column("column_name", SqlType.NVARCHAR),
                    column("expression", SqlType.NVARCHAR),
                    column("disabled", SqlType.BIT),
                    column("not_trusted", SqlType.BIT),
                    column("not_for_replication", SqlType.BIT)));
            for (int owner = from; owner <= to; owner++) {
                results.row(new Object[] {owner, "one", false, null, texts ? text() : null, false, false, false});
                if (texts && damaged.contains(owner)) {
                    throw new SqlServerError(FAILURE, "could not open relation");
                }
                results.row(new Object[] {owner, "two", false, null, texts ? text() : null, false, false, false});
            }
            if (deaf) {
                over.acquireUninterruptibly();
            }
            results.done(StatementKind.SELECT, to);
        }

        /** Of a deaf engine so long that the first row is out before the second is. */
        private String text() {
            return deaf ? "text".repeat(10_000) : "text";
        }

        private static ResultColumn column(String name, SqlType type) {
            return new ResultColumn(name, type, type == SqlType.NVARCHAR ? ResultColumn.MAX : 0, 0, 0, true);
        }

        @Override
        public void cancel() {}

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }
}

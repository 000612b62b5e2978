package dev.granary.emulator.session;

import static dev.granary.emulator.session.Rows.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.engine.StatementKind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microsoft.sql.DateTimeOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValuesTest {

    private static final String ODD = "a\u0000bcd\ud83d\ude00\uffff\ufffd";

    private final Served served = new Served();
    private Connection connection;

    @BeforeAll
    void connect() throws Exception {
        connection = served.connect("packetSize=512", "sendTimeAsDatetime=false");
    }

    @AfterAll
    void stop() throws Exception {
        connection.close();
        served.close();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(column("bit", SqlType.BIT), true),
                Arguments.of(column("bit", SqlType.BIT), false),
                Arguments.of(column("tinyint", SqlType.TINYINT), (short) 255),
                Arguments.of(column("smallint", SqlType.SMALLINT), Short.MIN_VALUE),
                Arguments.of(column("int", SqlType.INT), Integer.MIN_VALUE),
                Arguments.of(column("bigint", SqlType.BIGINT), Long.MIN_VALUE),
                Arguments.of(column("real", SqlType.REAL), 1.5e-30f),
                Arguments.of(column("float", SqlType.FLOAT), -1.5e300),
                Arguments.of(column("decimal", SqlType.DECIMAL, 0, 9, 0), new BigDecimal("-999999999")),
                Arguments.of(column("decimal", SqlType.DECIMAL, 0, 10, 3), new BigDecimal("1234567.891")),
                Arguments.of(column("decimal", SqlType.DECIMAL, 0, 28, 28), new BigDecimal("0." + "9".repeat(28))),
                Arguments.of(column("decimal", SqlType.DECIMAL, 0, 38, 0), new BigDecimal("-" + "9".repeat(38))),
                Arguments.of(column("decimal", SqlType.DECIMAL, 0, 38, 4), new BigDecimal("0.0000")),
                Arguments.of(column("money", SqlType.MONEY), new BigDecimal("-922337203685477.5808")),
                Arguments.of(column("money", SqlType.MONEY), new BigDecimal("0.0001")),
                Arguments.of(column("char", SqlType.CHAR, 3, 0, 0), "a\u20ac\u00ff"),
                Arguments.of(column("varchar", SqlType.VARCHAR, 300, 0, 0), "\u00ff\u20ac\u0152".repeat(100)),
                Arguments.of(column("varchar(max)", SqlType.VARCHAR, -1, 0, 0), "\u00e4".repeat(100_000)),
                Arguments.of(column("varchar(max)", SqlType.VARCHAR, -1, 0, 0), ""),
                Arguments.of(column("nchar", SqlType.NCHAR, 2, 0, 0), "\u0436\u0000"),
                Arguments.of(column("nvarchar", SqlType.NVARCHAR, 4000, 0, 0), "x".repeat(4000)),
                Arguments.of(column("nvarchar", SqlType.NVARCHAR, 128, 0, 0), ""),
                Arguments.of(column("nvarchar", SqlType.NVARCHAR, 128, 0, 0), ODD),
                Arguments.of(column("nvarchar(max)", SqlType.NVARCHAR, -1, 0, 0), ODD.repeat(30_000)),
                Arguments.of(column("nvarchar(max)", SqlType.NVARCHAR, -1, 0, 0), ""),
                Arguments.of(column("binary", SqlType.BINARY, 4, 0, 0), new byte[] {0, -1, 127, -128}),
                Arguments.of(column("varbinary", SqlType.VARBINARY, 8000, 0, 0), new byte[0]),
                Arguments.of(column("varbinary(max)", SqlType.VARBINARY, -1, 0, 0), new byte[200_000]),
                Arguments.of(
                        column("guid", SqlType.UNIQUEIDENTIFIER),
                        UUID.fromString("f1234567-89ab-cdef-8123-456789abcdef")),
                Arguments.of(column("date", SqlType.DATE), LocalDate.of(1, 1, 1)),
                Arguments.of(column("date", SqlType.DATE), LocalDate.of(9999, 12, 31)),
                Arguments.of(column("time", SqlType.TIME, 0, 0, 7), LocalTime.of(23, 59, 59, 999_999_900)),
                Arguments.of(column("time", SqlType.TIME, 0, 0, 0), LocalTime.of(23, 59, 59)),
                Arguments.of(column("datetime", SqlType.DATETIME), LocalDateTime.of(1753, 1, 1, 0, 0)),
                Arguments.of(
                        column("datetime", SqlType.DATETIME), LocalDateTime.of(2024, 2, 29, 23, 59, 59, 997_000_000)),
                Arguments.of(
                        column("datetime2", SqlType.DATETIME2, 0, 0, 7),
                        LocalDateTime.of(2024, 2, 29, 1, 2, 3, 123_456_700)),
                Arguments.of(
                        column("datetime2", SqlType.DATETIME2, 0, 0, 3),
                        LocalDateTime.of(9999, 12, 31, 1, 2, 3, 123_000_000)),
                Arguments.of(
                        column("datetimeoffset", SqlType.DATETIMEOFFSET, 0, 0, 7),
                        OffsetDateTime.parse("2024-01-01T00:30:00.1234567+05:45")),
                Arguments.of(
                        column("datetimeoffset", SqlType.DATETIMEOFFSET, 0, 0, 0),
                        OffsetDateTime.parse("2024-12-31T23:30:00-08:00")),
                Arguments.of(column("variant", SqlType.SQL_VARIANT), ODD.repeat(300)),
                Arguments.of(column("variant", SqlType.SQL_VARIANT), -5),
                Arguments.of(column("variant", SqlType.SQL_VARIANT), Long.MAX_VALUE),
                Arguments.of(column("variant", SqlType.SQL_VARIANT), new BigDecimal("-0.00123")),
                Arguments.of(column("variant", SqlType.SQL_VARIANT), new BigDecimal("9".repeat(38))),
                Arguments.of(column("variant", SqlType.SQL_VARIANT), true),
                Arguments.of(column("variant", SqlType.SQL_VARIANT), new byte[] {1, 2, 3}),
                Arguments.of(
                        column("variant", SqlType.SQL_VARIANT), LocalDateTime.of(2024, 2, 29, 1, 2, 3, 123_456_700)),
                Arguments.of(
                        column("variant", SqlType.SQL_VARIANT),
                        UUID.fromString("f1234567-89ab-cdef-8123-456789abcdef")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void reachesTheDriverUnharmed(ResultColumn column, Object value) throws Exception {
        served.engine.answer("value", (parameters, results) -> Rows.one(results, column, value));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("value")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getMetaData().getColumnName(1)).isEqualTo(column.name());
            assertThat(read(row, column, value)).isEqualTo(value);
            assertThat(row.next()).isFalse();
        }
    }

    private static Object read(ResultSet row, ResultColumn column, Object sent) throws Exception {
        return switch (sent) {
            case byte[] bytes -> row.getBytes(1);
            case OffsetDateTime time -> row.getObject(1, DateTimeOffset.class).getOffsetDateTime();
            case UUID guid -> UUID.fromString(row.getString(1));
            case LocalDateTime time
            when column.type() == SqlType.SQL_VARIANT -> row.getTimestamp(1).toLocalDateTime();
            case LocalDate time -> row.getObject(1, LocalDate.class);
            case LocalTime time -> row.getObject(1, LocalTime.class);
            case LocalDateTime time -> row.getObject(1, LocalDateTime.class);
            default -> row.getObject(1);
        };
    }

    @Test
    void sendsNullInEveryType() throws Exception {
        List<ResultColumn> columns = new ArrayList<>();
        for (SqlType type : SqlType.values()) {
            columns.add(column(type.name(), type, 10, 10, 2));
        }
        columns.add(column("max", SqlType.NVARCHAR, -1, 0, 0));
        columns.add(column("max", SqlType.VARBINARY, -1, 0, 0));
        served.engine.answer("nulls", (parameters, results) -> {
            results.columns(columns);
            for (int i = 0; i < 50; i++) {
                results.row(new Object[columns.size()]);
            }
            results.done(StatementKind.SELECT, 50);
        });
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("nulls")) {
            int rows = 0;
            while (row.next()) {
                rows++;
                for (int i = 1; i <= columns.size(); i++) {
                    assertThat(row.getObject(i)).isNull();
                }
            }
            assertThat(rows).isEqualTo(50);
        }
    }

    @Test
    void describesItsColumns() throws Exception {
        served.engine.answer("described", (parameters, results) -> {
            results.columns(List.of(
                    new ResultColumn("", SqlType.INT, 0, 0, 0, false),
                    column("name", SqlType.NVARCHAR, 128, 0, 0),
                    column("price", SqlType.DECIMAL, 0, 12, 3)));
            results.done(StatementKind.SELECT, 0);
        });
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("described")) {
            assertThat(row.getMetaData().isNullable(1)).isZero();
            assertThat(row.getMetaData().isNullable(2)).isOne();
            assertThat(row.getMetaData().getColumnTypeName(2)).isEqualTo("nvarchar");
            assertThat(row.getMetaData().getPrecision(2)).isEqualTo(128);
            assertThat(row.getMetaData().getPrecision(3)).isEqualTo(12);
            assertThat(row.getMetaData().getScale(3)).isEqualTo(3);
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void takesEveryKindOfParameter() throws Exception {
        Object[] sent = {
            true,
            (short) 200,
            7,
            Long.MIN_VALUE,
            1.5f,
            -2.5,
            new BigDecimal("-12345678901234567890.123"),
            ODD,
            ODD.repeat(1000),
            new byte[] {1, -1},
            new byte[9000],
            LocalDate.of(2024, 2, 29),
            LocalTime.of(1, 2, 3, 123_456_700),
            LocalDateTime.of(2024, 2, 29, 1, 2, 3, 123_456_700),
            OffsetDateTime.parse("2024-01-01T00:30:00.1234567+05:45")
        };
        List<Object> received = new ArrayList<>();
        String marks = String.join(",", java.util.Collections.nCopies(sent.length, "?"));
        String text = "take " + marks;
        StringBuilder named = new StringBuilder("take ");
        for (int i = 0; i < sent.length; i++) {
            named.append(i == 0 ? "@P" : ",@P").append(i);
        }
        served.engine.answer(named.toString(), (parameters, results) -> {
            parameters.forEach(parameter -> received.add(parameter.value()));
            results.done(StatementKind.UPDATE, 1);
        });
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (int i = 0; i < sent.length; i++) {
                statement.setObject(i + 1, sent[i]);
            }
            assertThat(statement.executeUpdate()).isOne();
            for (int i = 0; i < sent.length; i++) {
                statement.setNull(i + 1, java.sql.Types.NVARCHAR);
            }
            assertThat(statement.executeUpdate()).isOne();
        }
        assertThat(received.subList(0, sent.length)).containsExactly(sent);
        assertThat(received.subList(sent.length, 2 * sent.length)).containsOnlyNulls();
    }

    @Test
    void takesNarrowTextInItsCodePage() throws Exception {
        List<Object> received = new ArrayList<>();
        served.engine.answer("narrow @P0", (parameters, results) -> {
            received.add(parameters.getFirst().value());
            results.done(StatementKind.UPDATE, 1);
        });
        try (Connection narrow = served.connect("sendStringParametersAsUnicode=false");
                PreparedStatement statement = narrow.prepareStatement("narrow ?")) {
            for (String text : Arrays.asList("\u20ac\u00e4", "\u0153".repeat(9000))) {
                statement.setString(1, text);
                statement.executeUpdate();
            }
        }
        assertThat(received).containsExactly("\u20ac\u00e4", "\u0153".repeat(9000));
    }
}

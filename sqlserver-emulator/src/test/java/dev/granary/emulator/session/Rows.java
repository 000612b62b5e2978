package dev.granary.emulator.session;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.engine.StatementKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Results that tests send and read. */
final class Rows {

    private Rows() {}

    static ResultColumn column(String name, SqlType type, int length, int precision, int scale) {
        return new ResultColumn(name, type, length, precision, scale, true);
    }

    static ResultColumn column(String name, SqlType type) {
        return column(name, type, 0, 0, 0);
    }

    /** One int column, counting from 0. */
    static void numbers(Results results, int rows) {
        results.columns(List.of(column("n", SqlType.INT)));
        for (int i = 0; i < rows; i++) {
            results.row(new Object[] {i});
        }
        results.done(StatementKind.SELECT, rows);
    }

    /** One row of one value. */
    static void one(Results results, ResultColumn column, Object value) {
        results.columns(List.of(column));
        results.row(new Object[] {value});
        results.done(StatementKind.SELECT, 1);
    }

    static long sum(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(text)) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getInt(1);
            }
            return sum;
        }
    }
}

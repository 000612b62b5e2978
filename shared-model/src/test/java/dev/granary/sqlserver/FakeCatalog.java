package dev.granary.sqlserver;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.rowset.RowSetMetaDataImpl;

/** An engine that knows the columns of a few views, and refuses all else with an error number of its own. */
final class FakeCatalog {
    private static final String PROBE = "SELECT TOP (0) * FROM ";

    private FakeCatalog() {}

    static Connection of(Map<String, List<String>> views, int errorNumber) {
        return Fake.of(
                Connection.class,
                Map.of(
                        "createStatement",
                        arguments -> Fake.of(
                                Statement.class,
                                Map.of(
                                        "executeQuery",
                                        statement -> answer(views, (String) statement[0], errorNumber)))));
    }

    private static Object answer(Map<String, List<String>> views, String statement, int errorNumber)
            throws SQLException {
        List<String> columns = statement.startsWith(PROBE) ? views.get(statement.substring(PROBE.length())) : null;
        if (columns == null) {
            throw new SQLException("no", "S0001", errorNumber);
        }
        var data = new RowSetMetaDataImpl();
        data.setColumnCount(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            data.setColumnName(i + 1, columns.get(i));
        }
        return Fake.of(ResultSet.class, Map.of("getMetaData", arguments -> data));
    }
}

package dev.granary.sqlserver;

import java.lang.reflect.Proxy;
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
        return fake(
                Connection.class,
                Map.of(
                        "createStatement",
                        arguments -> fake(
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
        return fake(ResultSet.class, Map.of("getMetaData", arguments -> data));
    }

    private interface Method {
        Object call(Object[] arguments) throws SQLException;
    }

    private static <T> T fake(Class<T> type, Map<String, Method> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Method known = methods.get(method.getName());
                    if (known == null && !method.getName().equals("close")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return known == null ? null : known.call(arguments);
                }));
    }
}

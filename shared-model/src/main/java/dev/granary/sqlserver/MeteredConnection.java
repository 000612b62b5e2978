package dev.granary.sqlserver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection whose statements ask the meter's toll before they are sent, and whose rows are counted. */
interface MeteredConnection extends Connection {

    SourceMeter meter();

    static Connection of(Connection connection, SourceMeter meter) {
        return proxy(MeteredConnection.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "meter" -> meter;
            case "createStatement" -> statement(Statement.class, connection, method, arguments, meter);
            case "prepareStatement" -> statement(PreparedStatement.class, connection, method, arguments, meter);
            case "prepareCall" -> statement(CallableStatement.class, connection, method, arguments, meter);
            case "setCatalog" -> {
                meter.beforeStatement();
                yield call(connection, method, arguments);
            }
            default -> call(connection, method, arguments);
        });
    }

    private static <S extends Statement> S statement(
            Class<S> type, Connection connection, Method method, Object @Nullable [] arguments, SourceMeter meter)
            throws Throwable {
        S statement = type.cast(Objects.requireNonNull(call(connection, method, arguments)));
        return proxy(type, (proxy, called, values) -> {
            if (called.getName().startsWith("execute")) {
                meter.beforeStatement();
            }
            var answer = call(statement, called, values);
            return answer instanceof ResultSet results ? results(results, meter) : answer;
        });
    }

    private static ResultSet results(ResultSet results, SourceMeter meter) {
        return proxy(MeteredResults.class, (proxy, called, values) -> {
            if (called.getName().equals("raw")) {
                return results;
            }
            var answer = call(results, called, values);
            if (called.getName().equals("next") && Boolean.TRUE.equals(answer)) {
                meter.row();
            }
            return answer;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(MeteredConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}

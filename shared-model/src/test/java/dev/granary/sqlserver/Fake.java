package dev.granary.sqlserver;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;

/** JDBC's wide interfaces, of which a test fills in the few methods that matter; closing does nothing unless filled in. */
final class Fake {
    interface Method {
        Object call(Object[] arguments) throws SQLException;
    }

    private Fake() {}

    static <T> T of(Class<T> type, Map<String, Method> methods) {
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

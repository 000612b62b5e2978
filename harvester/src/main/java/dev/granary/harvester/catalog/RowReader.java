package dev.granary.harvester.catalog;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one result as records: each component, in snake case, is a column's label, found once; its type chooses the getter. NULL
 * is null for a reference and zero or false for a primitive.
 */
public final class RowReader<R extends Record> {

    private final Class<R> type;
    private final ResultSet results;
    private final MethodHandle constructor;
    private final int[] columns;
    private final Getter[] getters;
    private final @Nullable Object[] values;

    /** @throws SQLException if the result lacks a column */
    public RowReader(Class<R> type, ResultSet results) throws SQLException {
        this(type, results, false);
    }

    /**
     * @param cut whether the engine may have cut what a person wrote: then what looks cut is null
     * @throws SQLException if the result lacks a column
     */
    public RowReader(Class<R> type, ResultSet results, boolean cut) throws SQLException {
        var components = type.getRecordComponents();
        this.type = type;
        this.results = results;
        this.constructor = constructor(type, components);
        this.columns = new int[components.length];
        this.getters = new Getter[components.length];
        this.values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var label = snakeCase(components[i].getName());
            columns[i] = results.findColumn(label);
            getters[i] = cut && FittedQuery.isText(label)
                    ? Getter.uncut(components[i].getType())
                    : Getter.of(components[i].getType());
        }
    }

    /** The current row. */
    public R read() throws SQLException {
        fetch();
        try {
            return type.cast((Object) constructor.invokeExact(values));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The constructor of " + type + " failed", e);
        }
    }

    /** The first column of the row that was fetched last, which is the id of what owns it. */
    public int ownerId() {
        return (Integer) Objects.requireNonNull(values[0], "A row of " + type + " without the id of its owner");
    }

    /** Gets every column of the current row and makes nothing of it. */
    void fetch() throws SQLException {
        for (int i = 0; i < columns.length; i++) {
            values[i] = getters[i].get(results, columns[i]);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        try {
            var parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return MethodHandles.lookup()
                    .findConstructor(type, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("No canonical constructor to use in " + type, e);
        }
    }

    static String snakeCase(String component) {
        return component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}

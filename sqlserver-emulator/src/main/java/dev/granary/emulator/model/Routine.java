package dev.granary.emulator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A procedure or function. Parameter 0 is a scalar function's result; {@code columns} are a table function's. */
public final class Routine extends DbObject {

    private volatile Module module;
    private volatile List<Parameter> parameters;
    private volatile List<Column> columns;
    private volatile @Nullable Table returned;

    public Routine(Birth birth, ObjectType type, Module module, List<Parameter> parameters, List<Column> columns) {
        super(birth, type);
        this.module = module;
        this.parameters = List.copyOf(parameters);
        this.columns = List.copyOf(columns);
    }

    public Module module() {
        return module;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The table a multi-statement function returns, under the function's own id, with its keys; null for all others. */
    public @Nullable Table returned() {
        return returned;
    }

    public void returns(@Nullable Table table) {
        returned = table;
        columns = table == null ? List.of() : table.columns();
    }

    public void redefine(Module newModule, List<Parameter> newParameters, List<Column> newColumns) {
        module = newModule;
        parameters = List.copyOf(newParameters);
        columns = List.copyOf(newColumns);
    }

    /** A parameter, its name with the leading at sign; the default's text is kept only for the eye, as in SQL Server. */
    public record Parameter(
            int id,
            String name,
            TypeUse type,
            boolean output,
            boolean readOnly,
            @Nullable String defaultText) implements java.io.Serializable {}
}

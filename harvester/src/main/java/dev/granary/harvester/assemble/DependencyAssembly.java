package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.DependencyRow;
import dev.granary.model.Dependencies;
import dev.granary.model.Dependency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the expressions of one object refer to, each name once. */
final class DependencyAssembly {

    private static final Comparator<@Nullable String> TEXT = Comparator.nullsFirst(Comparator.<String>naturalOrder());
    private static final Comparator<Dependency> ORDER = Comparator.comparing(Dependency::server, TEXT)
            .thenComparing(Dependency::database, TEXT)
            .thenComparing(Dependency::schema, TEXT)
            .thenComparing(Dependency::name)
            .thenComparing(Dependency::column, TEXT)
            .thenComparing(Dependency::on)
            .thenComparing(Dependency::schemaBound)
            .thenComparing(Dependency::callerDependent)
            .thenComparing(Dependency::ambiguous)
            .thenComparing(Dependency::reason, TEXT);

    private final ContentSink sink;

    DependencyAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void dependencies(Owner owner, List<DependencyRow> rows) {
        var dependencies = new TreeSet<>(ORDER);
        for (var row : rows) {
            if (row.entityName() != null) {
                dependencies.add(dependency(row, row.entityName()));
            }
        }
        if (!dependencies.isEmpty()) {
            sink.part(owner, new Dependencies(new ArrayList<>(dependencies)), Map.of());
        }
    }

    private static Dependency dependency(DependencyRow row, String name) {
        var reason = reason(row);
        return new Dependency(
                row.serverName(),
                row.databaseName(),
                row.schemaName(),
                name,
                row.columnName(),
                on(row),
                row.schemaBound(),
                row.callerDependent(),
                row.ambiguous(),
                reason == null,
                reason);
    }

    /** The engine does not say why; what it says beside tells. */
    private static @Nullable String reason(DependencyRow row) {
        if (row.serverName() != null) {
            return "other_server";
        }
        if (row.databaseName() != null) {
            return "other_database";
        }
        if (row.referencedId() != null) {
            return null;
        }
        if (row.callerDependent()) {
            return "caller_dependent";
        }
        return row.ambiguous() ? "ambiguous" : "not_found";
    }

    private static String on(DependencyRow row) {
        return switch (row.referencedClass()) {
            case 1 -> "object";
            case 6 -> "type";
            case 10 -> "xml_schema_collection";
            case 21 -> "partition_function";
            default -> String.valueOf(ObjectAssembly.lower(row.classDescription()));
        };
    }
}

package dev.granary.harvester.assemble;

import dev.granary.harvester.assemble.SecurityAssembly.Securable;
import dev.granary.harvester.catalog.PermissionRow;
import dev.granary.model.Permission;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What permissions are on: the classes of {@code sys.database_permissions} and where each keeps its names. */
final class SecurableNames {

    private static final Comparator<@Nullable String> TEXT = Comparator.nullsFirst(Comparator.<String>naturalOrder());

    static final Comparator<Permission> ORDER = Comparator.comparing(Permission::on)
            .thenComparing(Permission::schema, TEXT)
            .thenComparing(Permission::name, TEXT)
            .thenComparing(Permission::column, TEXT)
            .thenComparing(Permission::permission)
            .thenComparing(Permission::state);

    private SecurableNames() {}

    /** Null where the login may not see its name. A class whose names are not read is told by itself. */
    static @Nullable Securable of(PermissionRow row) {
        return switch (row.securableClass()) {
            case 0 -> new Securable("database", null, null, null);
            case 1 -> row.minorId() > 0 ? column(row) : named("object", row.objectSchema(), row.objectName());
            case 3 -> named("schema", null, row.schemaName());
            case 4 -> named("principal", null, row.principalName());
            case 5 -> named("assembly", null, row.assemblyName());
            case 6 -> named("type", row.typeSchema(), row.typeName());
            case 10 -> named("xml_schema_collection", row.collectionSchema(), row.collectionName());
            case 24 -> named("symmetric_key", null, row.symmetricKeyName());
            case 25 -> named("certificate", null, row.certificateName());
            case 26 -> named("asymmetric_key", null, row.asymmetricKeyName());
            default ->
                new Securable(
                        Objects.requireNonNullElse(ObjectAssembly.lower(row.classDescription()), ""), null, null, null);
        };
    }

    private static @Nullable Securable column(PermissionRow row) {
        return row.objectName() == null || row.columnName() == null
                ? null
                : new Securable("column", row.objectSchema(), row.objectName(), row.columnName());
    }

    private static @Nullable Securable named(String on, @Nullable String schema, @Nullable String name) {
        return name == null ? null : new Securable(on, schema, name, null);
    }
}

package dev.granary.emulator.views;

import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.LookAlike;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The catalogue views that one server has: all of them, or fewer where it plays an older or a similar engine. */
public final class CatalogViews {

    private static final List<CatalogView<?>> MAIN = List.of(
            ObjectViews.SCHEMAS,
            ObjectViews.OBJECTS,
            ObjectViews.TABLES,
            ObjectViews.VIEWS,
            ObjectViews.PROCEDURES,
            ObjectViews.SYNONYMS,
            ObjectViews.SEQUENCES,
            ColumnViews.COLUMNS,
            ColumnViews.COMPUTED_COLUMNS,
            ColumnViews.IDENTITY_COLUMNS,
            ColumnViews.MASKED_COLUMNS,
            TypeViews.TYPES,
            TypeViews.TABLE_TYPES,
            TypeViews.ASSEMBLY_TYPES,
            KeyViews.DEFAULT_CONSTRAINTS,
            KeyViews.CHECK_CONSTRAINTS,
            KeyViews.KEY_CONSTRAINTS,
            KeyViews.FOREIGN_KEYS,
            KeyViews.FOREIGN_KEY_COLUMNS,
            IndexViews.INDEXES,
            IndexViews.INDEX_COLUMNS,
            IndexViews.HASH_INDEXES,
            IndexViews.XML_INDEXES,
            IndexViews.SPATIAL_INDEXES,
            IndexViews.SPATIAL_INDEX_TESSELLATIONS,
            PartitionViews.PARTITIONS,
            PartitionViews.PARTITION_STATS,
            PartitionViews.ALLOCATION_UNITS,
            ModuleViews.SQL_MODULES,
            ModuleViews.ASSEMBLY_MODULES,
            ModuleViews.NUMBERED_PROCEDURES,
            ModuleViews.PARAMETERS,
            ModuleViews.ALL_PARAMETERS,
            ModuleViews.TRIGGERS,
            ModuleViews.TRIGGER_EVENTS,
            PropertyViews.EXTENDED_PROPERTIES,
            DependencyViews.SQL_EXPRESSION_DEPENDENCIES,
            SecurityViews.DATABASE_PRINCIPALS,
            SecurityViews.DATABASE_ROLE_MEMBERS,
            SecurityViews.DATABASE_PERMISSIONS,
            KeyringViews.SYMMETRIC_KEYS,
            KeyringViews.ASYMMETRIC_KEYS,
            KeyringViews.CERTIFICATES,
            SecurityViews.SERVER_PRINCIPALS,
            SecurityViews.SERVER_PERMISSIONS,
            SecurityViews.SERVER_ROLE_MEMBERS,
            ServerViews.DATABASES,
            ServerViews.SERVERS,
            ServerViews.CONFIGURATIONS,
            ServerViews.SCOPED_CONFIGURATIONS,
            ServerViews.CHANGE_TRACKING_DATABASES,
            SystemViews.ALL_OBJECTS,
            SystemViews.SYSTEM_OBJECTS,
            SystemViews.ALL_VIEWS,
            SystemViews.SYSTEM_VIEWS,
            SystemViews.ALL_COLUMNS,
            SystemViews.SYSTEM_COLUMNS,
            InformationSchemaViews.TABLES,
            InformationSchemaViews.COLUMNS,
            InformationSchemaViews.SCHEMATA,
            InformationSchemaViews.VIEWS,
            InformationSchemaViews.ROUTINES,
            InformationSchemaViews.TABLE_CONSTRAINTS,
            InformationSchemaViews.CHECK_CONSTRAINTS,
            KeyUsageViews.KEY_COLUMN_USAGE,
            KeyUsageViews.REFERENTIAL_CONSTRAINTS,
            KeyUsageViews.PARAMETERS);

    private static final List<CatalogView<?>> ALL = Stream.of(
                    MAIN,
                    StorageViews.ALL,
                    ProtectionViews.ALL,
                    SpecialTableViews.ALL,
                    AboutColumnViews.ALL,
                    UnusedViews.ALL)
            .flatMap(List::stream)
            .toList();

    private final Map<String, CatalogView<?>> byName = new LinkedHashMap<>();
    private final List<DbObject> described;

    private CatalogViews(Set<String> absent, @Nullable LookAlike lookAlike) {
        for (var view : ALL) {
            var name = fold(view.schema() + "." + view.name());
            if (!absent.contains(name)) {
                var had = without(view, name, absent);
                byName.put(name, lookAlike == null ? had : LookAlikeViews.of(had, lookAlike));
            }
        }
        described = SystemViews.describe(byName.values());
    }

    /**
     * The views of a server.
     *
     * @param version its major version: what came later is left out
     * @param absent what it lacks besides: {@code sys.masked_columns}, or {@code sys.columns.is_masked}, in any case
     */
    public static CatalogViews of(int version, Set<String> absent, @Nullable LookAlike lookAlike) {
        var folded = Stream.concat(absent.stream(), Versions.after(version))
                .map(CatalogViews::fold)
                .collect(Collectors.toUnmodifiableSet());
        return new CatalogViews(folded, lookAlike);
    }

    /** The view, or null if the server has none of that name. */
    public @Nullable CatalogView<?> find(String schema, String name) {
        return byName.get(fold(schema + "." + name));
    }

    /** The views themselves as objects of the sys and INFORMATION_SCHEMA schemas. */
    public List<DbObject> described() {
        return described;
    }

    private static <T> CatalogView<T> without(CatalogView<T> view, String name, Set<String> absent) {
        var columns = new ArrayList<>(view.columns());
        columns.removeIf(c -> absent.contains(name + "." + fold(c.name())));
        return new CatalogView<>(view.schema(), view.name(), columns, view.keys(), view.estimate());
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

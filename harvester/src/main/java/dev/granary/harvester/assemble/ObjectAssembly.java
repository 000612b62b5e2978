package dev.granary.harvester.assemble;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.DatabaseRow;
import dev.granary.harvester.catalog.ObjectRow;
import dev.granary.harvester.catalog.SchemaRow;
import dev.granary.harvester.catalog.TypeRow;
import dev.granary.model.AliasType;
import dev.granary.model.Aspect;
import dev.granary.model.ClrCode;
import dev.granary.model.ObjectKind;
import dev.granary.model.SchemaOptions;
import dev.granary.model.TableOptions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is there: the database itself, its schemas, objects and types, and the parts that need no more than their row. */
final class ObjectAssembly {

    static final Owner DATABASE = new Owner(Space.DATABASE, 0);

    /** A database's object is called the same everywhere: its own name would make every tree of tenants differ. */
    static final String DATABASE_NAME = "$database";

    /** The closed list of {@code objects.sql}. */
    private static final Map<String, ObjectKind> KINDS = Map.ofEntries(
            Map.entry("U", ObjectKind.TABLE),
            Map.entry("V", ObjectKind.VIEW),
            Map.entry("P", ObjectKind.PROCEDURE),
            Map.entry("PC", ObjectKind.CLR_PROCEDURE),
            Map.entry("FN", ObjectKind.SCALAR_FUNCTION),
            Map.entry("IF", ObjectKind.INLINE_FUNCTION),
            Map.entry("TF", ObjectKind.TABLE_FUNCTION),
            Map.entry("FS", ObjectKind.CLR_SCALAR_FUNCTION),
            Map.entry("FT", ObjectKind.CLR_TABLE_FUNCTION),
            Map.entry("AF", ObjectKind.AGGREGATE),
            Map.entry("TR", ObjectKind.TRIGGER),
            Map.entry("TA", ObjectKind.CLR_TRIGGER),
            Map.entry("SN", ObjectKind.SYNONYM),
            Map.entry("SO", ObjectKind.SEQUENCE),
            Map.entry("SP", ObjectKind.SECURITY_POLICY));

    /** The kinds that it lists. */
    static final Set<ObjectKind> LISTED = Set.copyOf(KINDS.values());

    private final ContentSink sink;
    private @Nullable String collation;
    private boolean databaseSeen;
    private final Set<ObjectKind> seen = EnumSet.noneOf(ObjectKind.class);
    private final Map<Integer, Owner> tableTypes = new HashMap<>();

    ObjectAssembly(ContentSink sink) {
        this.sink = sink;
    }

    /** Whose a column, key or check is: a table type's hang on an object of its own, which is nobody's. Types must have been read. */
    Owner owner(int objectId) {
        var type = tableTypes.get(objectId);
        return type == null ? new Owner(Space.OBJECT, objectId) : type;
    }

    /** INFORMATION_SCHEMA shows nothing of table types. */
    void unknownOfTableTypes(Aspect aspect) {
        if (ObjectKind.TABLE_TYPE.aspects().contains(aspect)) {
            tableTypes.values().forEach(type -> sink.unknown(type, aspect));
        }
    }

    /** The database's default, once its row was read. */
    @Nullable
    String collation() {
        return collation;
    }

    void database(DatabaseRow row) {
        collation = row.collation();
        databaseSeen = true;
        sink.object(new SourceObject(DATABASE, ObjectKind.DATABASE, null, DATABASE_NAME, null, null));
        sink.part(DATABASE, DatabaseSettings.of(row), Map.of());
    }

    /** Without its row the collation of no column could be told from the default. */
    void requireDatabase() throws SectionFailure {
        if (!databaseSeen) {
            throw new SectionFailure(
                    "database",
                    "no-row",
                    "the database does not find itself in sys.databases; the login needs access to it",
                    new NoSuchElementException("sys.databases has no row for DB_NAME()"));
        }
    }

    void schema(SchemaRow row) {
        var owner = new Owner(Space.SCHEMA, row.schemaId());
        sink.object(new SourceObject(owner, ObjectKind.SCHEMA, null, row.schemaName(), null, null));
        if (row.ownerName() == null) {
            sink.unknown(owner, Aspect.SCHEMA);
        } else {
            sink.part(owner, new SchemaOptions(row.ownerName()), Map.of());
        }
    }

    /** Whether there is an object of one of these kinds; objects must have been read. */
    boolean hasAny(Set<ObjectKind> some) {
        return !Collections.disjoint(seen, some);
    }

    void object(ObjectRow row) {
        var kind = kind(row.objectType().strip());
        seen.add(kind);
        sink.object(new SourceObject(
                new Owner(Space.OBJECT, row.objectId()),
                kind,
                row.schemaName(),
                row.objectName(),
                row.createdAt(),
                row.modifiedAt()));
    }

    void type(TypeRow row) {
        var owner = new Owner(Space.TYPE, row.typeId());
        if (row.tableObjectId() != null) {
            tableTypes.put(row.tableObjectId(), owner);
        }
        sink.object(new SourceObject(
                owner, kind(row), row.schemaName(), row.typeName(), row.createdAt(), row.modifiedAt()));
        if (row.memoryOptimized()) {
            sink.part(owner, new TableOptions(true, null, null), Map.of());
        }
        if (row.assemblyName() != null) {
            sink.part(owner, new ClrCode(row.assemblyName(), row.assemblyClass(), null, null, false), Map.of());
        } else if (row.assemblyType()) {
            sink.unknown(owner, Aspect.CLR);
        }
        if (kind(row) == ObjectKind.ALIAS_TYPE) {
            if (row.baseTypeName() == null) {
                sink.unknown(owner, Aspect.ALIAS_TYPE);
            } else {
                var base = TypeName.of(null, row.baseTypeName(), row.maxLength(), row.typePrecision(), row.typeScale());
                sink.part(owner, new AliasType(base, row.nullable()), Map.of());
            }
        }
    }

    private static ObjectKind kind(TypeRow row) {
        if (row.tableType()) {
            return ObjectKind.TABLE_TYPE;
        }
        return row.assemblyType() ? ObjectKind.CLR_TYPE : ObjectKind.ALIAS_TYPE;
    }

    private static ObjectKind kind(String type) {
        var kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalStateException("objects.sql does not ask for the type " + type);
        }
        return kind;
    }

    static @Nullable String lower(@Nullable String words) {
        return words == null ? null : words.toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}

package dev.granary.query.lookup;

import dev.granary.content.PartJson;
import dev.granary.content.StoredText;
import dev.granary.model.Aspect;
import dev.granary.model.ForeignKeys;
import dev.granary.model.ObjectKind;
import dev.granary.query.store.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other objects of the database say of a table: foreign keys to it, triggers on it. */
@Component
class Neighbours {

    private static final String REFERENCING = Sql.beside(Neighbours.class, "referencing-tables");
    private static final String CODE = Sql.beside(Neighbours.class, "referencing-code");
    private static final String TRIGGERS = Sql.beside(Neighbours.class, "triggers");
    private static final Comparator<ObjectBody.Referencing> ORDER = Comparator.comparing(ObjectBody.Referencing::schema)
            .thenComparing(ObjectBody.Referencing::name)
            .thenComparing(ObjectBody.Referencing::foreignKey);

    private static final Comparator<ObjectBody.ReferencingCode> BY_NAMES = Comparator.comparing(
                    ObjectBody.ReferencingCode::schema, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(ObjectBody.ReferencingCode::name)
            .thenComparing(ObjectBody.ReferencingCode::kind);

    private final JdbcClient store;

    Neighbours(JdbcClient store) {
        this.store = store;
    }

    List<ObjectBody.Referencing> referencedBy(Placement table) {
        if (table.objectKind() != ObjectKind.TABLE) {
            return List.of();
        }
        var found = new ArrayList<ObjectBody.Referencing>();
        for (var row : Sql.list(about(REFERENCING, table), ReferencingTable.class)) {
            var names = SystemNames.of(row.systemNames());
            var keys = ((ForeignKeys) PartJson.read(Aspect.FOREIGN_KEYS, row.body())).foreignKeys();
            for (int i = 0; i < keys.size(); i++) {
                var key = keys.get(i);
                if (key.referencedTable().equals(table.decodedName())
                        && key.referencedSchema().equals(table.decodedSchema())) {
                    found.add(new ObjectBody.Referencing(
                            StoredText.decode(row.schema()),
                            StoredText.decode(row.name()),
                            names.nameOf(key.name(), Aspect.FOREIGN_KEYS, i)));
                }
            }
        }
        found.sort(ORDER);
        return found;
    }

    /** Whose expressions name the object by schema and name; what names it otherwise is not found. */
    List<ObjectBody.ReferencingCode> referencedByCode(Placement object) {
        return Sql.list(about(CODE, object), ReferencingObject.class).stream()
                .map(row -> new ObjectBody.ReferencingCode(
                        row.schema() == null ? null : StoredText.decode(row.schema()),
                        StoredText.decode(row.name()),
                        row.kind()))
                .sorted(BY_NAMES)
                .toList();
    }

    List<String> triggers(Placement table) {
        if (table.objectKind() != ObjectKind.TABLE && table.objectKind() != ObjectKind.VIEW) {
            return List.of();
        }
        return Sql.list(about(TRIGGERS, table), String.class).stream()
                .map(StoredText::decode)
                .toList();
    }

    private JdbcClient.StatementSpec about(String sql, Placement table) {
        return store.sql(sql)
                .param("database", table.databaseId())
                .param("schema", table.schemaNameId())
                .param("name", table.nameId());
    }

    record ReferencingObject(String kind, @Nullable String schema, String name) {}

    record ReferencingTable(
            String schema,
            String name,
            String body,
            @Nullable String systemNames) {}
}

package dev.granary.query.lookup;

import dev.granary.content.StoredText;
import dev.granary.model.NameCollation;
import dev.granary.model.ObjectKind;
import dev.granary.query.store.Sql;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds current placements in the store. */
@Component
class Placements {

    private static final String PLACEMENTS = Sql.beside(Placements.class, "placements");
    private static final String BY_ID =
            PLACEMENTS + " WHERE p.object_id = :id AND (p.schema_name_id IS NOT NULL OR p.kind = ANY(:kinds))";
    private static final String BY_NAME =
            PLACEMENTS + " WHERE p.database_id = :database AND s.name = :schema AND n.name = :name";
    private static final String BY_FOLD =
            PLACEMENTS + " WHERE p.database_id = :database AND s.fold = :schema AND n.fold = :name";
    private static final String IN_NO_SCHEMA =
            PLACEMENTS + " WHERE p.database_id = :database AND p.schema_name_id IS NULL AND p.kind = ANY(:kinds)";
    private static final String SCHEMAS = PLACEMENTS
            + " WHERE p.database_id = :database AND p.kind = :kind AND n.name > :after ORDER BY n.name LIMIT :limit";

    private static final Integer[] KINDS_OF_THE_DATABASE =
            ObjectKind.OF_THE_DATABASE.stream().map(ObjectKind::code).toArray(Integer[]::new);

    private final JdbcClient store;

    Placements(JdbcClient store) {
        this.store = store;
    }

    Optional<Placement> byId(int id) {
        return store.sql(BY_ID)
                .param("id", id)
                .param("kinds", KINDS_OF_THE_DATABASE)
                .query(Placement.class)
                .optional();
    }

    /** Those that are spelt exactly so; if there are none, those that the collation does not tell from it. */
    List<Placement> byName(int database, String schema, String name, @Nullable String collation) {
        var exact = query(BY_NAME, database, schema, name);
        if (!exact.isEmpty()) {
            return exact;
        }
        var names = NameCollation.of(collation);
        return query(BY_FOLD, database, NameCollation.fold(schema), NameCollation.fold(name)).stream()
                .filter(p -> names.same(p.decodedSchema(), schema) && names.same(p.decodedName(), name))
                .toList();
    }

    /** What lives in the database but in no schema: few enough to be listed whole. */
    List<Placement> inNoSchema(int database) {
        var statement = store.sql(IN_NO_SCHEMA).param("database", database).param("kinds", KINDS_OF_THE_DATABASE);
        return Sql.list(statement, Placement.class);
    }

    List<Placement> schemas(int database, String after, int limit) {
        var statement = store.sql(SCHEMAS)
                .param("database", database)
                .param("kind", ObjectKind.SCHEMA.code())
                .param("after", after)
                .param("limit", limit);
        return Sql.list(statement, Placement.class);
    }

    private List<Placement> query(String sql, int database, String schema, String name) {
        var statement = store.sql(sql)
                .param("database", database)
                .param("schema", StoredText.encode(schema))
                .param("name", StoredText.encode(name));
        return Sql.list(statement, Placement.class);
    }
}

package dev.granary.emulator.views;

import dev.granary.emulator.model.CheckConstraint;
import dev.granary.emulator.model.Constraint;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.DefaultConstraint;
import dev.granary.emulator.model.ForeignKey;
import dev.granary.emulator.model.KeyConstraint;
import java.util.Comparator;
import java.util.List;

/** The constraints of tables. */
final class KeyViews {

    static final CatalogView<DefaultConstraint> DEFAULT_CONSTRAINTS = constraints(
                    "default_constraints",
                    DefaultConstraint.class,
                    List.of("parent_object_id", "parent_column_id"),
                    Comparator.comparingInt(DefaultConstraint::columnId))
            .integer("parent_column_id", DefaultConstraint::columnId)
            .text("definition", (c, s) -> s.definition(c.parent(), c.definition()))
            .bit("is_system_named", Constraint::systemNamed)
            .build();

    static final CatalogView<CheckConstraint> CHECK_CONSTRAINTS = constraints(
                    "check_constraints",
                    CheckConstraint.class,
                    List.of("parent_object_id", "object_id"),
                    Comparator.comparingInt(DbObject::id))
            .bit("is_disabled", c -> c.enforcement().disabled())
            .bit("is_not_for_replication", c -> c.enforcement().notForReplication())
            .bit("is_not_trusted", c -> c.enforcement().notTrusted())
            .integer("parent_column_id", CheckConstraint::columnId)
            .text("definition", (c, s) -> s.definition(c.parent(), c.definition()))
            .bit("uses_database_collation", c -> true)
            .bit("is_system_named", Constraint::systemNamed)
            .build();

    static final CatalogView<KeyConstraint> KEY_CONSTRAINTS = constraints(
                    "key_constraints",
                    KeyConstraint.class,
                    List.of("parent_object_id", "unique_index_id"),
                    Comparator.comparingInt(KeyConstraint::indexId))
            .integer("unique_index_id", KeyConstraint::indexId)
            .bit("is_system_named", Constraint::systemNamed)
            .bit("is_enforced", c -> true)
            .build();

    static final CatalogView<ForeignKey> FOREIGN_KEYS = constraints(
                    "foreign_keys",
                    ForeignKey.class,
                    List.of("parent_object_id", "object_id"),
                    Comparator.comparingInt(DbObject::id))
            .integer("referenced_object_id", f -> f.referenced().id())
            .integer("key_index_id", ForeignKey::keyIndexId)
            .bit("is_disabled", f -> f.enforcement().disabled())
            .bit("is_not_for_replication", f -> f.enforcement().notForReplication())
            .bit("is_not_trusted", f -> f.enforcement().notTrusted())
            .tinyint("delete_referential_action", ForeignKey::onDelete)
            .nvarchar("delete_referential_action_desc", 60, f -> action(f.onDelete()))
            .tinyint("update_referential_action", ForeignKey::onUpdate)
            .nvarchar("update_referential_action_desc", 60, f -> action(f.onUpdate()))
            .bit("is_system_named", Constraint::systemNamed)
            .build();

    /** One pair of columns of a foreign key. */
    record ForeignKeyColumn(ForeignKey key, int position, ForeignKey.Pair pair) {}

    static final CatalogView<ForeignKeyColumn> FOREIGN_KEY_COLUMNS = CatalogView.<ForeignKeyColumn>sys(
                    "foreign_key_columns")
            .integer("constraint_object_id", r -> r.key().id())
            .integer("constraint_column_id", ForeignKeyColumn::position)
            .integer("parent_object_id", r -> r.key().parentId())
            .integer("parent_column_id", r -> r.pair().columnId())
            .integer("referenced_object_id", r -> r.key().referenced().id())
            .integer("referenced_column_id", r -> r.pair().referencedColumnId())
            .key(
                    List.of("constraint_object_id", "constraint_column_id"),
                    1,
                    s -> Rows.flat(Rows.objects(s, ForeignKey.class), KeyViews::pairs),
                    (s, v) -> Rows.flat(Rows.object(s, v[0], ForeignKey.class), KeyViews::pairs))
            .key(
                    List.of("parent_object_id"),
                    1,
                    s -> Rows.flat(
                            Rows.constraints(s, ForeignKey.class, Comparator.comparingInt(DbObject::id)),
                            KeyViews::pairs),
                    (s, v) -> Rows.flat(
                            Rows.constraints(s, v[0], ForeignKey.class, Comparator.comparingInt(DbObject::id)),
                            KeyViews::pairs))
            .estimate(s -> s.catalog().objectCount() / 5L)
            .build();

    private KeyViews() {}

    private static <C extends Constraint> CatalogView.Builder<C> constraints(
            String name, Class<C> kind, List<String> byParent, Comparator<? super C> order) {
        return CatalogView.<C>sys(name)
                .like(ObjectViews.COMMON)
                .key(List.of("object_id"), 1, s -> Rows.objects(s, kind), (s, v) -> Rows.object(s, v[0], kind))
                .key(
                        byParent,
                        1,
                        s -> Rows.constraints(s, kind, order),
                        (s, v) -> Rows.constraints(s, v[0], kind, order))
                .estimate(s -> s.catalog().objectCount() / 4L);
    }

    private static List<ForeignKeyColumn> pairs(ForeignKey key) {
        var pairs = key.pairs();
        return java.util.stream.IntStream.range(0, pairs.size())
                .mapToObj(i -> new ForeignKeyColumn(key, i + 1, pairs.get(i)))
                .toList();
    }

    static String action(int code) {
        return switch (code) {
            case 1 -> "CASCADE";
            case 2 -> "SET_NULL";
            case 3 -> "SET_DEFAULT";
            default -> "NO_ACTION";
        };
    }
}

package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Constraint;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.ForeignKey;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.KeyConstraint;
import dev.granary.emulator.model.ObjectType;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Routine;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.Trigger;
import dev.granary.emulator.tsql.Cursor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** DROP of whatever has an object_id, with all that hangs on it. */
final class Drops {

    private final Target target;
    private final Cursor cursor;

    Drops(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    void objects(String word) {
        boolean lenient = cursor.take("IF", "EXISTS");
        do {
            var names = cursor.names();
            var found = find(names, word);
            if (found == null) {
                if (!lenient) {
                    throw new SqlServerError(
                            3701,
                            11,
                            5,
                            "Cannot drop the %s '%s', because it does not exist or you do not have permission."
                                    .formatted(word.toLowerCase(Locale.ROOT), String.join(".", names)));
                }
            } else {
                object(found);
            }
        } while (cursor.take(","));
        // A database trigger says where it was.
        cursor.take("ON", "DATABASE");
    }

    private @Nullable DbObject find(List<String> names, String word) {
        var found = target.find(names);
        return found != null && kinds(word).contains(found.type()) ? found : null;
    }

    private static Set<ObjectType> kinds(String word) {
        return switch (word) {
            case "TABLE" -> Set.of(ObjectType.USER_TABLE);
            case "VIEW" -> Set.of(ObjectType.VIEW);
            case "PROCEDURE", "PROC" -> Set.of(ObjectType.PROCEDURE, ObjectType.CLR_PROCEDURE);
            case "FUNCTION" ->
                Set.of(
                        ObjectType.SCALAR_FUNCTION,
                        ObjectType.INLINE_FUNCTION,
                        ObjectType.TABLE_FUNCTION,
                        ObjectType.CLR_SCALAR_FUNCTION,
                        ObjectType.CLR_TABLE_FUNCTION);
            case "AGGREGATE" -> Set.of(ObjectType.AGGREGATE);
            case "SECURITY POLICY" -> Set.of(ObjectType.SECURITY_POLICY);
            case "TRIGGER" -> Set.of(ObjectType.TRIGGER, ObjectType.CLR_TRIGGER);
            case "SYNONYM" -> Set.of(ObjectType.SYNONYM);
            case "SEQUENCE" -> Set.of(ObjectType.SEQUENCE);
            default -> Set.of();
        };
    }

    private void object(DbObject object) {
        var catalog = target.catalog();
        if (object instanceof Table table && table.nature().ledgerType() > 1) {
            new Ledger(target, table).drop();
            return;
        }
        if (object instanceof Table table) {
            boolean pointedAt = catalog.objects().stream()
                    .anyMatch(o -> o instanceof ForeignKey f && f.referenced() == table && f.parent() != table);
            if (pointedAt) {
                throw new SqlServerError(
                        3726,
                        "Could not drop object '%s' because it is referenced by a FOREIGN KEY constraint."
                                .formatted(table.name()));
            }
            if (table.storage().temporalType() != 0) {
                throw new SqlServerError(
                        13552,
                        "Drop table operation failed on table '%s' because it is system-versioned."
                                .formatted(table.name()));
            }
        }
        if (object instanceof Relation relation) {
            relation.constraints().forEach(catalog::remove);
            relation.triggers().forEach(catalog::remove);
        }
        if (object instanceof Routine routine) {
            returned(target, routine);
        }
        if (object instanceof Trigger trigger) {
            var parent = trigger.parent();
            if (parent != null) {
                parent.removeTrigger(trigger);
            }
        }
        catalog.remove(object);
    }

    /** Removes the keys and other constraints of the table that a function returns. */
    static void returned(Target target, Routine routine) {
        var table = routine.returned();
        if (table != null) {
            table.constraints().forEach(target.catalog()::remove);
        }
    }

    static void constraint(Target target, Table table, Constraint constraint) {
        if (constraint instanceof KeyConstraint key) {
            boolean pointedAt = target.catalog().objects().stream()
                    .anyMatch(o ->
                            o instanceof ForeignKey f && f.referenced() == table && f.keyIndexId() == key.indexId());
            if (pointedAt) {
                throw new SqlServerError(
                        3725, "The constraint '%s' is being referenced by a foreign key.".formatted(key.name()));
            }
            table.indexes().stream()
                    .filter(i -> i.id() == key.indexId())
                    .findFirst()
                    .ifPresent(i -> index(target, table, i));
        }
        table.removeConstraint(constraint);
        target.catalog().remove(constraint);
    }

    static void index(Target target, Relation relation, Index index) {
        relation.removeIndex(index.id());
        target.catalog()
                .dropProperties(p -> p.onClass() == 7 && p.majorId() == relation.id() && p.minorId() == index.id());
        if (relation instanceof Table table) {
            table.ensureHeap();
        }
    }
}

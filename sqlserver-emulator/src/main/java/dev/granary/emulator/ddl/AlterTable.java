package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.CheckConstraint;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.Constraint;
import dev.granary.emulator.model.DefaultConstraint;
import dev.granary.emulator.model.EdgeConstraint;
import dev.granary.emulator.model.ForeignKey;
import dev.granary.emulator.model.KeyConstraint;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ALTER TABLE. */
final class AlterTable {

    private final Target target;
    private final Cursor cursor;
    private final Table table;

    AlterTable(Target target, Cursor cursor) {
        this.cursor = cursor;
        var names = cursor.names();
        this.target = names.size() > 2 ? target.in(Databases.require(target.server(), names.getFirst())) : target;
        this.table = this.target.table(names);
    }

    void run() {
        boolean check = !cursor.take("WITH", "NOCHECK");
        boolean saidCheck = check && cursor.take("WITH", "CHECK");
        if (cursor.take("ADD")) {
            add(check);
        } else if (cursor.take("DROP")) {
            drop();
        } else if (cursor.take("ALTER", "COLUMN")) {
            alterColumn();
        } else if (cursor.take("CHECK", "CONSTRAINT")) {
            enforce(true, saidCheck);
        } else if (cursor.take("NOCHECK", "CONSTRAINT")) {
            enforce(false, false);
        } else if (cursor.take("SET")) {
            set();
        } else if (cursor.sees("ENABLE", "TRIGGER") || cursor.sees("DISABLE", "TRIGGER")) {
            boolean disable = cursor.next().is("DISABLE");
            cursor.next();
            TriggerSwitch.on(target, cursor, table, disable);
        } else if (cursor.take("REBUILD")) {
            new IndexDdl(target, cursor).rebuild(table, i -> i.id() < 2);
        } else if (cursor.sees("ENABLE", "CHANGE_TRACKING") || cursor.sees("DISABLE", "CHANGE_TRACKING")) {
            tracking();
        } else if (cursor.take("SWITCH")) {
            switchTo();
        } else {
            throw cursor.syntax();
        }
        target.touch(table);
    }

    private void add(boolean withCheck) {
        var later = new ArrayList<Runnable>();
        do {
            if (cursor.take("PERIOD", "FOR", "SYSTEM_TIME")) {
                new TableDdl(target, cursor).period(table);
            } else if (cursor.sees("INDEX")) {
                new IndexDdl(target, cursor).inline(table, null);
            } else if (!new Constraints(target, table, cursor, withCheck).next(null)) {
                new Columns(target, table, cursor, withCheck, later).add();
            }
        } while (cursor.take(","));
        later.forEach(Runnable::run);
    }

    private void set() {
        cursor.expect("(");
        do {
            if (cursor.take("SYSTEM_VERSIONING", "=")) {
                new Temporal(target, cursor).versioning(table);
            } else if (cursor.take("LOCK_ESCALATION", "=")) {
                var to = cursor.next();
                table.nature(table.nature().withLockEscalation(to.is("DISABLE") ? 1 : to.is("AUTO") ? 2 : 0));
            } else {
                cursor.name();
                cursor.expect("=");
                cursor.next();
                if (cursor.peek().is("(")) {
                    cursor.parenthesised();
                }
            }
        } while (cursor.take(","));
        cursor.expect(")");
    }

    private void tracking() {
        boolean on = cursor.next().is("ENABLE");
        cursor.next();
        boolean columns = false;
        if (cursor.take("WITH", "(")) {
            cursor.expect("TRACK_COLUMNS_UPDATED", "=");
            columns = cursor.next().is("ON");
            cursor.expect(")");
        }
        table.nature(table.nature().withTracking(on ? (Boolean) columns : null));
    }

    /** Rows change their table; here that is their number only. */
    private void switchTo() {
        if (cursor.take("PARTITION")) {
            cursor.next();
        }
        cursor.expect("TO");
        var to = target.table(cursor.names());
        if (cursor.take("PARTITION")) {
            cursor.next();
        }
        to.rows(to.rows() + table.rows());
        table.rows(0);
    }

    private void drop() {
        boolean column = false;
        do {
            if (cursor.take("PERIOD", "FOR", "SYSTEM_TIME")) {
                table.store(table.storage().withPeriod(null, null));
                continue;
            }
            if (cursor.take("COLUMN")) {
                column = true;
            } else if (cursor.take("CONSTRAINT")) {
                column = false;
            }
            boolean lenient = cursor.take("IF", "EXISTS");
            var name = cursor.name();
            if (column) {
                dropColumn(name, lenient);
            } else {
                dropConstraint(name, lenient);
            }
        } while (cursor.take(","));
    }

    private void dropColumn(String name, boolean lenient) {
        var column = table.column(c -> target.catalog().same(c.name(), name));
        if (column == null) {
            if (lenient) {
                return;
            }
            throw new SqlServerError(
                    4924, "ALTER TABLE DROP COLUMN failed because column '%s' does not exist.".formatted(name));
        }
        int id = column.id();
        boolean used = table.constraints().stream().anyMatch(c -> uses(c, id))
                || table.indexes().stream().anyMatch(i -> i.parts().stream().anyMatch(p -> p.columnId() == id));
        if (used) {
            throw new SqlServerError(
                    4922,
                    "ALTER TABLE DROP COLUMN %s failed because one or more objects access this column."
                            .formatted(name));
        }
        table.removeColumn(id);
        target.catalog().extras().forgetColumn(table.id(), id);
        target.catalog().principals().forgetColumn(table.id(), id);
        target.catalog().dropProperties(p -> p.onClass() == 1 && p.majorId() == table.id() && p.minorId() == id);
    }

    private static boolean uses(Constraint constraint, int columnId) {
        return switch (constraint) {
            case DefaultConstraint d -> d.columnId() == columnId;
            case CheckConstraint c -> c.columnId() == columnId;
            case ForeignKey f -> f.pairs().stream().anyMatch(p -> p.columnId() == columnId);
            case KeyConstraint k -> false;
            case EdgeConstraint e -> false;
        };
    }

    private void dropConstraint(String name, boolean lenient) {
        var constraint = table.constraints().stream()
                .filter(c -> target.catalog().same(c.name(), name))
                .findFirst()
                .orElse(null);
        if (constraint == null) {
            if (lenient) {
                return;
            }
            throw new SqlServerError(3728, "'%s' is not a constraint.".formatted(name));
        }
        Drops.constraint(target, table, constraint);
    }

    private void enforce(boolean on, boolean withCheck) {
        boolean all = cursor.take("ALL");
        List<String> names = all ? List.of() : names();
        for (var constraint : table.constraints()) {
            if (all || names.stream().anyMatch(n -> target.catalog().same(n, constraint.name()))) {
                switch (constraint) {
                    case CheckConstraint c ->
                        c.enforce(
                                on
                                        ? c.enforcement().on(withCheck)
                                        : c.enforcement().off());
                    case ForeignKey f ->
                        f.enforce(
                                on
                                        ? f.enforcement().on(withCheck)
                                        : f.enforcement().off());
                    default -> {}
                }
            }
        }
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        do {
            names.add(cursor.name());
        } while (cursor.take(","));
        return names;
    }

    private void alterColumn() {
        var column = Columns.require(target, table, cursor.name());
        int id = column.id();
        if (cursor.take("ADD")) {
            if (cursor.sees("MASKED")) {
                masked(id, Columns.mask(cursor));
            } else {
                flag(id, true);
            }
        } else if (cursor.take("DROP")) {
            if (cursor.take("MASKED")) {
                masked(id, null);
            } else {
                flag(id, false);
            }
        } else {
            var xml = SpecialColumns.typedXml(target, cursor);
            var type = xml == null ? Types.read(cursor, target) : Types.use(SystemTypes.named("xml"), -2, 0, target);
            var collation = cursor.take("COLLATE") ? cursor.name() : null;
            boolean early = cursor.take("SPARSE");
            var before = cursor.take("ENCRYPTED", "WITH") ? SpecialColumns.encryption(target, cursor) : null;
            boolean nullable = !cursor.take("NOT", "NULL");
            if (nullable) {
                cursor.take("NULL");
            }
            // What is not said again is lost, but for the column's mask and what the system generates.
            boolean sparse = cursor.take("SPARSE") || early;
            var said = cursor.take("ENCRYPTED", "WITH") ? SpecialColumns.encryption(target, cursor) : before;
            table.replaceColumn(
                    id,
                    c -> c.withType(Types.collated(type, collation), nullable)
                            .withTraits(c.traits()
                                    .withSparse(sparse || c.traits().sparse())
                                    .withSpecial((xml == null ? c.traits().special() : xml).withEncryption(said))));
        }
    }

    private void masked(int id, @Nullable String mask) {
        table.replaceColumn(id, c -> c.withTraits(c.traits().withMask(mask)));
    }

    private void flag(int id, boolean on) {
        var what = cursor.next();
        table.replaceColumn(id, c -> {
            var t = c.traits();
            return c.withTraits(
                    switch (what.upper()) {
                        case "SPARSE" -> t.withSparse(on);
                        case "ROWGUIDCOL" -> t.withRowGuid(on);
                        case "HIDDEN" -> t.withHidden(on);
                        case "PERSISTED" -> {
                            var computed = t.computed();
                            yield computed == null ? t : t.withComputed(new Column.Computed(computed.definition(), on));
                        }
                        default -> throw Limits.not("add or drop " + what.text() + " of a column");
                    });
        });
    }
}

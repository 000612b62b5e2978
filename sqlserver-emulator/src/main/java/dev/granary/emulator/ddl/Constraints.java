package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.CheckConstraint;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.Constraint;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.DefaultConstraint;
import dev.granary.emulator.model.Enforcement;
import dev.granary.emulator.model.ForeignKey;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.KeyConstraint;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the constraints of a table, beside a column or on their own, and adds them. */
final class Constraints {

    private final Target target;
    private final Table table;
    private final Cursor cursor;
    private final boolean withCheck;

    Constraints(Target target, Table table, Cursor cursor, boolean withCheck) {
        this.target = target;
        this.table = table;
        this.cursor = cursor;
        this.withCheck = withCheck;
    }

    /** Adds the constraint that comes next, or says that none does. */
    boolean next(@Nullable Column column) {
        int start = cursor.position();
        String name = null;
        if (cursor.take("CONSTRAINT")) {
            name = cursor.name();
        }
        if (cursor.sees("PRIMARY", "KEY") || cursor.sees("UNIQUE")) {
            key(name, column);
        } else if (cursor.sees("FOREIGN", "KEY") || (column != null && cursor.sees("REFERENCES"))) {
            foreignKey(name, column);
        } else if (cursor.take("CONNECTION")) {
            var birth = birth(name, id -> SystemNames.other("EC", table.name(), null, id));
            add(GraphTables.constraint(target, cursor, table, birth, name == null));
        } else if (cursor.take("CHECK")) {
            check(name, column);
        } else if (cursor.take("DEFAULT")) {
            byDefault(name, column);
        } else {
            cursor.back(start);
            return false;
        }
        return true;
    }

    private void key(@Nullable String name, @Nullable Column column) {
        boolean primary = cursor.take("PRIMARY", "KEY");
        if (!primary) {
            cursor.expect("UNIQUE");
        }
        var parser = new IndexParts(target, table, cursor);
        var kind = parser.kind(primary);
        if (kind == Index.Kind.CLUSTERED && hasClustered() && !parser.kindWasSaid()) {
            kind = Index.Kind.NONCLUSTERED;
        }
        var parts = cursor.peek().is("(") || column == null
                ? parser.columns(false)
                : List.of(new Index.Part(column.id(), false, false));
        var options = parser.options();
        if (primary) {
            for (var part : parts) {
                table.replaceColumn(part.columnId(), c -> c.withNullable(false));
            }
        }
        var names = parts.stream().map(p -> columnName(p.columnId())).toList();
        var birth = birth(name, id -> SystemNames.key(primary, table.name(), names, id));
        int indexId = IndexParts.nextId(table, kind);
        table.addIndex(new Index(
                indexId,
                birth.name(),
                kind,
                true,
                primary ? Index.Role.PRIMARY_KEY : Index.Role.UNIQUE_CONSTRAINT,
                parts,
                options));
        add(new KeyConstraint(birth, primary, table, name == null, indexId));
    }

    private boolean hasClustered() {
        return table.indexes().stream().anyMatch(i -> i.kind().clustered() && i.kind() != Index.Kind.HEAP);
    }

    private void foreignKey(@Nullable String name, @Nullable Column column) {
        var columns = new ArrayList<Integer>();
        if (cursor.take("FOREIGN", "KEY") && cursor.peek().is("(")) {
            cursor.nameList().forEach(c -> columns.add(column(c).id()));
        } else if (column != null) {
            columns.add(column.id());
        }
        cursor.expect("REFERENCES");
        var names = cursor.names();
        if (!(target.find(names) instanceof Table referenced)) {
            throw new SqlServerError(
                    1767, "Foreign key references invalid table '%s'.".formatted(String.join(".", names)));
        }
        List<String> pointedAt = cursor.peek().is("(") ? cursor.nameList() : List.of();
        var key = ReferencedKey.find(target, referenced, pointedAt);
        int onDelete = 0;
        int onUpdate = 0;
        while (cursor.sees("ON", "DELETE") || cursor.sees("ON", "UPDATE")) {
            cursor.next();
            if (cursor.next().is("DELETE")) {
                onDelete = action();
            } else {
                onUpdate = action();
            }
        }
        boolean replication = notForReplication();
        var pairs = new ArrayList<ForeignKey.Pair>();
        for (int i = 0; i < columns.size(); i++) {
            pairs.add(new ForeignKey.Pair(columns.get(i), key.columns().get(i)));
        }
        var first = columnName(columns.getFirst());
        var birth = birth(name, id -> SystemNames.other("FK", table.name(), first, id));
        add(new ForeignKey(
                birth,
                table,
                name == null,
                referenced,
                key.indexId(),
                pairs,
                onDelete,
                onUpdate,
                new Enforcement(false, !withCheck, replication)));
    }

    private int action() {
        if (cursor.take("NO", "ACTION")) {
            return 0;
        }
        if (cursor.take("CASCADE")) {
            return 1;
        }
        cursor.expect("SET");
        if (cursor.take("NULL")) {
            return 2;
        }
        cursor.expect("DEFAULT");
        return 3;
    }

    private boolean notForReplication() {
        return cursor.take("NOT", "FOR", "REPLICATION");
    }

    private void check(@Nullable String name, @Nullable Column column) {
        boolean replication = notForReplication();
        var definition = Expressions.normal(cursor.parenthesised());
        var birth = birth(name, id -> SystemNames.other("CK", table.name(), column == null ? null : column.name(), id));
        add(new CheckConstraint(
                birth,
                table,
                name == null,
                column == null ? 0 : column.id(),
                definition,
                new Enforcement(false, !withCheck, replication)));
    }

    private void byDefault(@Nullable String name, @Nullable Column beside) {
        int start = cursor.position();
        expression();
        var definition = Expressions.normal(cursor.tokensFrom(start));
        var column = beside;
        if (cursor.take("FOR")) {
            column = column(cursor.name());
        }
        cursor.take("WITH", "VALUES");
        if (column == null) {
            throw cursor.syntax();
        }
        var of = column;
        if (table.constraints().stream().anyMatch(c -> c instanceof DefaultConstraint d && d.columnId() == of.id())) {
            throw new SqlServerError(1781, "Column already has a DEFAULT bound to it.");
        }
        var birth = birth(name, id -> SystemNames.other("DF", table.name(), of.name(), id));
        add(new DefaultConstraint(birth, table, name == null, of.id(), definition));
    }

    /** Steps over the constant, call or parenthesised expression of a default, with a sign or concatenations. */
    private void expression() {
        do {
            while (cursor.take("-") || cursor.take("+")) {
                // A sign.
            }
            if (cursor.peek().is("(")) {
                cursor.parenthesised();
            } else {
                var token = cursor.next();
                if (token.is("NEXT") && cursor.take("VALUE", "FOR")) {
                    cursor.names();
                } else if (token.kind() == Token.Kind.WORD) {
                    while (cursor.take(".")) {
                        cursor.name();
                    }
                    if (cursor.peek().is("(")) {
                        cursor.parenthesised();
                    }
                }
            }
        } while (cursor.peek().isAny("+", "-", "*", "/"));
    }

    private DbObject.Birth birth(@Nullable String name, java.util.function.IntFunction<String> madeUp) {
        if (name != null) {
            return target.birth(table.schema(), name);
        }
        int id = target.catalog().nextObjectId();
        return new DbObject.Birth(
                id, table.schema(), madeUp.apply(id), target.server().now());
    }

    private void add(Constraint constraint) {
        table.addConstraint(constraint);
        target.catalog().add(constraint);
    }

    private Column column(String name) {
        return Columns.require(target, table, name);
    }

    private String columnName(int id) {
        var column = table.columnById(id);
        return column == null ? "" : column.name();
    }
}

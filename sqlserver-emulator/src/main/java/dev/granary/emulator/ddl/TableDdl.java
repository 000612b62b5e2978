package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.ObjectType;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.TableNature;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Limits;
import java.util.ArrayList;
import java.util.List;

/** CREATE TABLE, and the body that a table type shares with it. */
final class TableDdl {

    private final Target target;
    private final Cursor cursor;

    TableDdl(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    void create() {
        var names = cursor.names();
        if (names.getLast().startsWith("#")) {
            throw Limits.not("create a temporary table");
        }
        var where = names.size() > 2 ? target.in(Databases.require(target.server(), names.getFirst())) : target;
        var table = new Table(where.birth(names), List.of());
        create(where, table);
    }

    /** CREATE EXTERNAL TABLE, up to its name. */
    void createExternal() {
        var names = cursor.names();
        var table = new Table(target.birth(names), List.of());
        table.nature(TableNature.PLAIN.withExternal(new TableNature.External(0, 0, null, null, null)));
        create(target, table);
    }

    private void create(Target where, Table table) {
        var body = new TableDdl(where, cursor);
        where.catalog().add(table);
        try {
            body.graph(table);
            if (cursor.peek().is("(")) {
                body.elements(table);
            }
            body.options(table);
        } catch (SqlServerError e) {
            // A statement that fails leaves nothing behind.
            table.constraints().forEach(where.catalog()::remove);
            where.catalog().remove(table);
            throw e;
        }
        table.ensureHeap();
    }

    /** The columns that a node or edge table has before its own; the words for it come after them. */
    private void graph(Table table) {
        int start = cursor.position();
        if (cursor.peek().is("(")) {
            cursor.parenthesised();
        }
        boolean node = cursor.sees("AS", "NODE");
        if (node || cursor.sees("AS", "EDGE")) {
            GraphTables.prepare(target, table, node);
        }
        cursor.back(start);
    }

    /** The columns, constraints and indexes in parentheses. */
    void elements(Table table) {
        var later = new ArrayList<Runnable>();
        cursor.expect("(");
        do {
            if (cursor.peek().is(")")) {
                break;
            }
            if (cursor.take("PERIOD", "FOR", "SYSTEM_TIME")) {
                period(table);
            } else if (cursor.sees("INDEX")) {
                new IndexDdl(target, cursor).inline(table, null);
            } else if (!new Constraints(target, table, cursor, true).next(null)) {
                new Columns(target, table, cursor, true, later).add();
            }
        } while (cursor.take(","));
        cursor.expect(")");
        later.forEach(Runnable::run);
    }

    void period(Table table) {
        var columns = cursor.nameList();
        int start = Columns.require(target, table, columns.get(0)).id();
        int end = Columns.require(target, table, columns.get(1)).id();
        table.store(table.storage().withPeriod(start, end));
    }

    private void options(Table table) {
        boolean more = true;
        while (more) {
            more = true;
            if (cursor.take("ON")) {
                table.place(Storage.placement(target, table, cursor));
                for (var index : table.indexes()) {
                    if (Index.Placement.PRIMARY.equals(index.options().placement())) {
                        table.replaceIndex(
                                index.id(), i -> i.withOptions(i.options().at(table.placement())));
                    }
                }
            } else if (cursor.take("TEXTIMAGE_ON") || cursor.take("FILESTREAM_ON")) {
                cursor.name();
            } else if (cursor.take("AS")) {
                cursor.next();
            } else if (cursor.take("WITH")) {
                new TableOptions(target, cursor, table).read();
            } else {
                more = false;
            }
        }
    }

    /** The hidden table that holds the columns of a table type. */
    Table ofType(String typeName) {
        int id = target.catalog().nextObjectId();
        var sys = target.schema("sys");
        var cut = typeName.length() > 8 ? typeName.substring(0, 8) : typeName;
        var birth = new DbObject.Birth(
                id, sys, "TT_%s_%08X".formatted(cut, id), target.server().now());
        var table = new Table(birth, ObjectType.TABLE_TYPE, List.of());
        target.catalog().add(table);
        elements(table);
        options(table);
        table.ensureHeap();
        return table;
    }
}

package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.ObjectType;
import dev.granary.emulator.model.Table;
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
        var body = new TableDdl(where, cursor);
        where.catalog().add(table);
        try {
            body.elements(table);
            body.options(table);
        } catch (SqlServerError e) {
            // A statement that fails leaves nothing behind.
            table.constraints().forEach(where.catalog()::remove);
            where.catalog().remove(table);
            throw e;
        }
        table.ensureHeap();
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
            more = cursor.take("ON") || cursor.take("TEXTIMAGE_ON");
            if (more) {
                cursor.name();
                if (cursor.peek().is("(")) {
                    cursor.parenthesised();
                }
            } else if (cursor.take("WITH")) {
                more = true;
                cursor.expect("(");
                do {
                    option(table);
                } while (cursor.take(","));
                cursor.expect(")");
            }
        }
    }

    private void option(Table table) {
        if (cursor.take("SYSTEM_VERSIONING", "=")) {
            new Temporal(target, cursor).versioning(table);
        } else if (cursor.take("MEMORY_OPTIMIZED", "=")) {
            boolean on = cursor.next().is("ON");
            table.store(table.storage().withMemory(on, table.storage().schemaOnly()));
        } else if (cursor.take("DURABILITY", "=")) {
            boolean only = cursor.next().is("SCHEMA_ONLY");
            table.store(table.storage().withMemory(table.storage().memoryOptimized(), only));
        } else {
            cursor.name();
            cursor.expect("=");
            cursor.next();
            if (cursor.peek().is("(")) {
                cursor.parenthesised();
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

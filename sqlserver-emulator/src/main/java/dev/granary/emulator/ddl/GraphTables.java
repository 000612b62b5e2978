package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.EdgeConstraint;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.tsql.Cursor;
import java.util.ArrayList;
import java.util.List;

/** Node and edge tables: the columns the system gives them, and which nodes an edge may connect. */
final class GraphTables {

    private GraphTables() {}

    static void prepare(Target target, Table table, boolean node) {
        table.nature(table.nature().withGraph(node ? 'N' : 'E'));
        add(target, table, "graph_id", 1);
        add(target, table, node ? "$node_id" : "$edge_id", 2);
        if (!node) {
            add(target, table, "from_obj_id", 4);
            add(target, table, "from_id", 3);
            add(target, table, "$from_id", 5);
            add(target, table, "to_obj_id", 7);
            add(target, table, "to_id", 6);
            add(target, table, "$to_id", 8);
        }
        table.addIndex(new Index(
                2,
                "GRAPH_UNIQUE_INDEX_" + suffix(table, 0),
                Index.Kind.NONCLUSTERED,
                true,
                Index.Role.PLAIN,
                List.of(new Index.Part(1, false, false)),
                Index.Options.NONE));
    }

    private static void add(Target target, Table table, String name, int graphType) {
        boolean shown = name.startsWith("$");
        var type = shown
                ? Types.use(SystemTypes.named("nvarchar"), 1000, 0, target)
                : Types.use(SystemTypes.named(name.endsWith("obj_id") ? "int" : "bigint"), -2, 0, target);
        int id = table.nextColumnId();
        var traits = Column.Traits.NONE.withHidden(!shown).withSpecial(Column.Special.graph(graphType));
        table.addColumn(new Column(id, name + "_" + suffix(table, id), type, shown && id > 2, traits));
    }

    private static String suffix(Table table, int part) {
        return "%08X%08X%08X%08X".formatted(table.id(), ~table.id(), part * 0x9E3779B1, table.id() * 31 + part);
    }

    /** What follows CONNECTION. */
    static EdgeConstraint constraint(
            Target target, Cursor cursor, Table table, dev.granary.emulator.model.DbObject.Birth birth, boolean made) {
        var pairs = new ArrayList<EdgeConstraint.Pair>();
        cursor.expect("(");
        do {
            int from = node(target, cursor);
            cursor.expect("TO");
            pairs.add(new EdgeConstraint.Pair(from, node(target, cursor)));
        } while (cursor.take(","));
        cursor.expect(")");
        boolean cascade = false;
        if (cursor.take("ON", "DELETE")) {
            cascade = cursor.take("CASCADE");
            cursor.take("NO", "ACTION");
        }
        return new EdgeConstraint(birth, table, made, pairs, cascade ? 1 : 0);
    }

    private static int node(Target target, Cursor cursor) {
        var table = target.table(cursor.names());
        if (table.nature().graph() != 'N') {
            throw new SqlServerError(13930, "'%s' is not a node table.".formatted(table.name()));
        }
        return table.id();
    }
}

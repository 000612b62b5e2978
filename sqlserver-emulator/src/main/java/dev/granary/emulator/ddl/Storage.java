package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Extras;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Token;
import java.util.ArrayList;
import java.util.List;

/** Partition functions and schemes, and where a table or index says it is stored. */
final class Storage {

    private final Target target;
    private final Cursor cursor;

    Storage(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    /** What follows ON: a filegroup, or a partition scheme and a column. */
    static Index.Placement placement(Target target, Relation relation, Cursor cursor) {
        var token = cursor.next();
        var name = token.text();
        var space = name.equalsIgnoreCase("default")
                ? target.catalog().extras().dataSpaces().byId(1)
                : target.catalog().extras().dataSpaces().byName(name);
        if (space == null) {
            throw new SqlServerError(1921, "Invalid filegroup '%s' specified.".formatted(name));
        }
        Integer column = null;
        if (cursor.take("(")) {
            column = Columns.require(target, relation, cursor.name()).id();
            cursor.expect(")");
        }
        return new Index.Placement(space.id(), column);
    }

    /** CREATE PARTITION FUNCTION. */
    void createFunction() {
        var all = target.catalog().extras().partitionFunctions();
        var name = cursor.name();
        if (all.byName(name) != null) {
            throw exists(name);
        }
        cursor.expect("(");
        var type = Types.read(cursor, target);
        cursor.expect(")", "AS", "RANGE");
        boolean right = cursor.take("RIGHT");
        if (!right) {
            cursor.take("LEFT");
        }
        cursor.expect("FOR", "VALUES", "(");
        var boundaries = new ArrayList<String>();
        while (!cursor.take(")")) {
            boundaries.add(value());
            cursor.take(",");
        }
        all.put(new Extras.PartitionFunction(
                all.nextId(), name, type, right, boundaries, target.server().now()));
    }

    private String value() {
        boolean negative = cursor.take("-");
        var token = cursor.next();
        if (token.kind() == Token.Kind.WORD && cursor.peek().is("(")) {
            var inner = cursor.parenthesised();
            return inner.isEmpty() ? token.text() : inner.getFirst().text();
        }
        return (negative ? "-" : "") + token.text();
    }

    /** ALTER PARTITION FUNCTION f() SPLIT or MERGE RANGE (value). */
    void alterFunction() {
        var all = target.catalog().extras().partitionFunctions();
        var name = cursor.name();
        var function = all.byName(name);
        if (function == null) {
            throw missing(name);
        }
        cursor.expect("(", ")");
        boolean split = cursor.take("SPLIT");
        if (!split) {
            cursor.expect("MERGE");
        }
        cursor.expect("RANGE", "(");
        var boundary = value();
        cursor.expect(")");
        var boundaries = new ArrayList<>(function.boundaries());
        if (split) {
            int at = 0;
            while (at < boundaries.size() && before(boundaries.get(at), boundary)) {
                at++;
            }
            boundaries.add(at, boundary);
            widen(function.id());
        } else {
            boundaries.remove(boundary);
        }
        all.put(new Extras.PartitionFunction(
                function.id(), function.name(), function.type(), function.right(), boundaries, function.created()));
    }

    private static boolean before(String a, String b) {
        if (a.matches("-?\\d{1,18}") && b.matches("-?\\d{1,18}")) {
            return Long.parseLong(a) < Long.parseLong(b);
        }
        return a.compareTo(b) < 0;
    }

    /** A scheme whose function gets a partition more stores it where its last one is. */
    private void widen(int functionId) {
        var spaces = target.catalog().extras().dataSpaces();
        for (var space : List.copyOf(spaces.all())) {
            if (space.functionId() != null && space.functionId() == functionId) {
                var destinations = new ArrayList<>(space.destinations());
                destinations.add(destinations.getLast());
                spaces.put(new Extras.DataSpace(space.id(), space.name(), functionId, destinations));
            }
        }
    }

    /** CREATE PARTITION SCHEME. */
    void createScheme() {
        var extras = target.catalog().extras();
        var name = cursor.name();
        if (extras.dataSpaces().byName(name) != null) {
            throw exists(name);
        }
        cursor.expect("AS", "PARTITION");
        var functionName = cursor.name();
        var function = extras.partitionFunctions().byName(functionName);
        if (function == null) {
            throw missing(functionName);
        }
        boolean all = cursor.take("ALL");
        cursor.expect("TO", "(");
        var said = new ArrayList<Integer>();
        do {
            said.add(filegroup(cursor.name()));
        } while (cursor.take(","));
        cursor.expect(")");
        var destinations = new ArrayList<Integer>();
        for (int i = 0; i <= function.boundaries().size(); i++) {
            destinations.add(all ? said.getFirst() : said.get(Math.min(i, said.size() - 1)));
        }
        extras.dataSpaces().put(new Extras.DataSpace(extras.nextSchemeId(), name, function.id(), destinations));
    }

    /** ALTER PARTITION SCHEME s NEXT USED filegroup. */
    void alterScheme() {
        cursor.name();
        cursor.expect("NEXT", "USED");
        if (!cursor.atEnd() && cursor.peek().name()) {
            cursor.next();
        }
    }

    private int filegroup(String name) {
        var space = target.catalog().extras().dataSpaces().byName(name);
        if (space == null) {
            throw new SqlServerError(1921, "Invalid filegroup '%s' specified.".formatted(name));
        }
        return space.id();
    }

    /** DROP PARTITION FUNCTION or SCHEME, the word read. */
    void drop(boolean scheme) {
        var extras = target.catalog().extras();
        var name = cursor.name();
        if (scheme) {
            var space = extras.dataSpaces().byName(name);
            if (space == null) {
                throw missing(name);
            }
            extras.dataSpaces().remove(space);
            target.catalog().dropProperties(p -> p.onClass() == 20 && p.majorId() == space.id());
            return;
        }
        var function = extras.partitionFunctions().byName(name);
        if (function == null) {
            throw missing(name);
        }
        extras.partitionFunctions().remove(function);
        target.catalog().dropProperties(p -> p.onClass() == 21 && p.majorId() == function.id());
    }

    private static SqlServerError missing(String name) {
        return new SqlServerError(7707, "The partition function or scheme '%s' does not exist.".formatted(name));
    }

    private static SqlServerError exists(String name) {
        return new SqlServerError(7705, "There is already a partition function or scheme named '%s'.".formatted(name));
    }
}

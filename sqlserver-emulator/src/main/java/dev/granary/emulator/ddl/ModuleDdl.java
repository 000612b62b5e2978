package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Extras;
import dev.granary.emulator.model.Module;
import dev.granary.emulator.model.ObjectType;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.model.Routine;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.Trigger;
import dev.granary.emulator.model.View;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Limits;
import dev.granary.emulator.tsql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CREATE, ALTER and CREATE OR ALTER of views, procedures, functions and triggers; each owns its batch, and the batch is its text. */
final class ModuleDdl {

    private final Target target;
    private final Cursor cursor;
    private final String text;
    private final boolean mayExist;
    private final boolean mustExist;
    private boolean encrypted;
    private boolean schemaBound;
    private boolean recompiled;
    private boolean natively;
    private boolean nullOnNull;
    private @Nullable Integer executeAs;
    private Module.@Nullable External external;

    ModuleDdl(Target target, Cursor cursor, String text, boolean mayExist, boolean mustExist) {
        this.target = target;
        this.cursor = cursor;
        this.text = text;
        this.mayExist = mayExist;
        this.mustExist = mustExist;
    }

    void view() {
        var names = cursor.names();
        List<String> columnNames = cursor.peek().is("(") ? cursor.nameList() : List.of();
        attributes();
        cursor.expect("AS");
        var select = rest();
        int size = select.size();
        boolean checkOption = size > 3
                && select.get(size - 3).is("WITH")
                && select.get(size - 2).is("CHECK")
                && select.get(size - 1).is("OPTION");
        var query = checkOption ? select.subList(0, size - 3) : select;
        var columns = shape(query, Map.of(), columnNames);
        if (existing(names, View.class) instanceof View old) {
            old.redefine(module(), columns, checkOption);
            target.touch(old);
        } else {
            target.catalog().add(new View(target.birth(names), columns, module(), checkOption));
        }
    }

    void procedure() {
        var names = cursor.names();
        int number = cursor.take(";") ? cursor.integer() : 1;
        if (number > 1) {
            numbered(names, number);
            return;
        }
        var parameters = new ArrayList<Routine.Parameter>();
        boolean parenthesis = cursor.take("(");
        if (cursor.peek().kind() == Token.Kind.VARIABLE) {
            do {
                parameters.add(parameter(parameters.size() + 1));
            } while (cursor.take(","));
        }
        if (parenthesis) {
            cursor.expect(")");
        }
        attributes();
        cursor.take("FOR", "REPLICATION");
        cursor.expect("AS");
        boolean clr = external();
        routine(names, clr ? ObjectType.CLR_PROCEDURE : ObjectType.PROCEDURE, parameters, List.of());
    }

    /** A procedure after the first of its group is its text and nothing more. */
    private void numbered(List<String> names, int number) {
        var first = target.require(names, Routine.class);
        var all = target.catalog().extras().numbered();
        var others = new ArrayList<>(all.getOrDefault(first.id(), List.of()));
        others.removeIf(p -> p.number() == number);
        others.add(new Extras.NumberedProcedure(first.id(), number, text));
        others.sort((a, b) -> Integer.compare(a.number(), b.number()));
        all.put(first.id(), List.copyOf(others));
    }

    void function() {
        var names = cursor.names();
        var parameters = new ArrayList<Routine.Parameter>();
        cursor.expect("(");
        if (!cursor.peek().is(")")) {
            do {
                parameters.add(parameter(parameters.size() + 1));
            } while (cursor.take(","));
        }
        cursor.expect(")");
        cursor.expect("RETURNS");
        if (cursor.peek().kind() == Token.Kind.VARIABLE) {
            cursor.next();
            cursor.expect("TABLE");
            returningTable(names, parameters);
        } else if (cursor.take("TABLE")) {
            if (cursor.peek().is("(")) {
                clrTable(names, parameters);
                return;
            }
            attributes();
            cursor.take("AS");
            cursor.expect("RETURN");
            var tokens = rest();
            while (tokens.size() > 2
                    && tokens.getFirst().is("(")
                    && tokens.getLast().is(")")) {
                tokens = tokens.subList(1, tokens.size() - 1);
            }
            var variables = new HashMap<String, String>();
            parameters.forEach(p -> variables.put(p.name().toLowerCase(Locale.ROOT), ComputedType.declared(p.type())));
            routine(names, ObjectType.INLINE_FUNCTION, parameters, shape(tokens, variables, List.of()));
        } else {
            var type = Types.read(cursor, target);
            parameters.addFirst(new Routine.Parameter(0, "", type, true, false, null));
            attributes();
            cursor.take("AS");
            boolean clr = external();
            routine(names, clr ? ObjectType.CLR_SCALAR_FUNCTION : ObjectType.SCALAR_FUNCTION, parameters, List.of());
        }
    }

    private void clrTable(List<String> names, List<Routine.Parameter> parameters) {
        var columns = new ArrayList<Column>();
        cursor.expect("(");
        do {
            var name = cursor.name();
            columns.add(new Column(columns.size() + 1, name, Types.read(cursor, target), true, Column.Traits.NONE));
        } while (cursor.take(","));
        cursor.expect(")");
        attributes();
        cursor.take("AS");
        external();
        routine(names, ObjectType.CLR_TABLE_FUNCTION, parameters, columns);
    }

    /** Whether the module is a method of an assembly. */
    private boolean external() {
        if (cursor.take("EXTERNAL", "NAME")) {
            external = ClrDdl.external(target, cursor);
        }
        return external != null;
    }

    /** The table is one of its own in the catalogue's views, under the function's id: its columns, keys, checks and defaults. */
    private void returningTable(List<String> names, List<Routine.Parameter> parameters) {
        var function = routine(names, ObjectType.TABLE_FUNCTION, parameters, List.of());
        Drops.returned(target, function);
        var birth = new DbObject.Birth(
                function.id(),
                function.schema(),
                function.name(),
                target.server().now());
        var table = new Table(birth, ObjectType.TABLE_FUNCTION, List.of());
        try {
            new TableDdl(target, cursor).elements(table);
        } catch (SqlServerError e) {
            table.constraints().forEach(target.catalog()::remove);
            target.catalog().remove(function);
            throw e;
        }
        table.ensureHeap();
        attributes();
        function.redefine(module(), parameters, List.of());
        function.returns(table);
    }

    private Routine.Parameter parameter(int id) {
        var name = cursor.next();
        if (name.kind() != Token.Kind.VARIABLE) {
            throw cursor.syntaxNear(name);
        }
        cursor.take("AS");
        var type = Types.read(cursor, target);
        cursor.take("VARYING");
        if (cursor.take("NOT")) {
            cursor.expect("NULL");
        } else {
            cursor.take("NULL");
        }
        String byDefault = null;
        if (cursor.take("=")) {
            boolean negative = cursor.take("-");
            byDefault = (negative ? "-" : "") + cursor.next().text();
        }
        boolean output = cursor.take("OUTPUT") || cursor.take("OUT");
        boolean readOnly = cursor.take("READONLY");
        return new Routine.Parameter(id, name.text(), type, output, readOnly, byDefault);
    }

    private Routine routine(
            List<String> names, ObjectType type, List<Routine.Parameter> parameters, List<Column> columns) {
        if (existing(names, Routine.class) instanceof Routine old) {
            if (old.type() != type) {
                throw new SqlServerError(
                        2010,
                        "Cannot perform alter on '%s' because it is an incompatible object type."
                                .formatted(old.name()));
            }
            old.redefine(module(), parameters, columns);
            target.touch(old);
            return old;
        }
        var routine = new Routine(target.birth(names), type, module(), parameters, columns);
        target.catalog().add(routine);
        return routine;
    }

    void trigger() {
        var names = cursor.names();
        cursor.expect("ON");
        Relation parent = null;
        if (cursor.take("ALL", "SERVER")) {
            throw Limits.not("create a server trigger");
        }
        if (!cursor.take("DATABASE")) {
            parent = target.relation(cursor.names());
        }
        attributes();
        boolean insteadOf = cursor.take("INSTEAD", "OF");
        if (!insteadOf && !cursor.take("AFTER")) {
            cursor.expect("FOR");
        }
        var events = new ArrayList<String>();
        do {
            events.add(cursor.name().toUpperCase(Locale.ROOT));
        } while (cursor.take(","));
        cursor.take("NOT", "FOR", "REPLICATION");
        cursor.expect("AS");
        external();
        if (existing(names, Trigger.class) instanceof Trigger old) {
            old.redefine(module(), events, insteadOf);
            target.touch(old);
            return;
        }
        var schema = parent == null ? target.schema("dbo") : parent.schema();
        var trigger = new Trigger(target.birth(schema, names.getLast()), parent, module(), events, insteadOf);
        if (parent != null) {
            parent.addTrigger(trigger);
        }
        target.catalog().add(trigger);
    }

    private void attributes() {
        if (!cursor.take("WITH")) {
            return;
        }
        do {
            if (cursor.take("EXECUTE", "AS") || cursor.take("EXEC", "AS")) {
                executeAs = executeAs(cursor.next());
            } else if (cursor.take("RETURNS", "NULL")) {
                cursor.expect("ON", "NULL", "INPUT");
                nullOnNull = true;
            } else if (cursor.take("CALLED")) {
                cursor.expect("ON", "NULL", "INPUT");
            } else {
                var word = cursor.next();
                encrypted |= word.is("ENCRYPTION");
                schemaBound |= word.is("SCHEMABINDING");
                recompiled |= word.is("RECOMPILE");
                natively |= word.is("NATIVE_COMPILATION");
                if (cursor.take("=")) {
                    cursor.next();
                }
            }
        } while (cursor.take(","));
    }

    private @Nullable Integer executeAs(Token who) {
        if (who.is("CALLER")) {
            return null;
        }
        if (who.is("OWNER")) {
            return -2;
        }
        var principals = target.catalog().principals();
        return who.is("SELF") ? 1 : SecurityDdl.required(principals, who.text()).id();
    }

    private Module module() {
        return new Module(
                external == null ? text : "",
                encrypted,
                schemaBound,
                recompiled,
                target.ansiNulls(),
                target.quotedIdentifier(),
                new Module.Runs(executeAs, natively, nullOnNull, external));
    }

    private <T extends DbObject> @Nullable DbObject existing(List<String> names, Class<T> kind) {
        var found = target.find(names);
        if (kind.isInstance(found) && mayExist) {
            return found;
        }
        if (mustExist) {
            throw new SqlServerError(208, 16, 6, "Invalid object name '%s'.".formatted(String.join(".", names)));
        }
        return null;
    }

    private List<Token> rest() {
        int start = cursor.position();
        while (!cursor.atEnd()) {
            cursor.next();
        }
        var tokens = new ArrayList<>(cursor.tokensFrom(start));
        while (!tokens.isEmpty() && tokens.getLast().is(";")) {
            tokens.removeLast();
        }
        return tokens;
    }

    private List<Column> shape(List<Token> select, Map<String, String> variables, List<String> names) {
        var result = target.shape().of(cursor.text(), select, variables);
        if (!names.isEmpty() && names.size() != result.size()) {
            throw new SqlServerError(8158, "The view or function has more or fewer columns than were named for it.");
        }
        var columns = new ArrayList<Column>();
        for (int i = 0; i < result.size(); i++) {
            var name = names.isEmpty() ? result.get(i).result().name() : names.get(i);
            if (name.isEmpty()) {
                throw new SqlServerError(
                        4511,
                        "Create View or Function failed because no column name was specified for column %d."
                                .formatted(i + 1));
            }
            columns.add(Types.column(i + 1, name, result.get(i), target));
        }
        return columns;
    }
}

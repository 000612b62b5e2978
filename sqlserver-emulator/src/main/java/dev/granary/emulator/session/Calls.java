package dev.granary.emulator.session;

import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.session.PreparedStatements.Prepared;
import dev.granary.emulator.tds.RemoteCall;
import dev.granary.emulator.tds.RemoteCall.Argument;
import dev.granary.emulator.tds.TokenWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remote procedure calls: the procedures that run and prepare statements, and any other as an EXEC of its name. */
final class Calls {

    private static final int MISSING_ARGUMENT = 201;

    private final Statements statements;
    private final PreparedStatements prepared;
    private final TokenWriter tokens;

    Calls(Statements statements, PreparedStatements prepared, TokenWriter tokens) {
        this.statements = statements;
        this.prepared = prepared;
        this.tokens = tokens;
    }

    /** Answers one call; all but the last of a message carry {@code more}. */
    @Nullable
    SqlServerError answer(RemoteCall call, int more) {
        List<Argument> arguments = call.arguments();
        Integer handle = null;
        SqlServerError error;
        try {
            switch (call.plainName()) {
                case "sp_executesql" -> {
                    Prepared statement = statement(call, 0, 1);
                    error = run(statement, arguments, 2);
                }
                case "sp_prepexec" -> {
                    forget(call);
                    Prepared statement = statement(call, 2, 1);
                    handle = prepared.add(statement);
                    error = run(statement, arguments, 3);
                }
                case "sp_prepare" -> {
                    handle = prepared.add(statement(call, 2, 1));
                    error = null;
                }
                case "sp_execute" -> error = run(prepared.find(number(call, 0)), arguments, 1);
                case "sp_unprepare" -> {
                    prepared.remove(number(call, 0));
                    error = null;
                }
                default -> error = run(execution(call), arguments, 0);
            }
        } catch (SqlServerError refused) {
            tokens.error(refused);
            error = refused;
        }
        tokens.returnStatus(error == null ? 0 : error.number());
        if (handle != null) {
            String name = arguments.getFirst().parameter().name();
            tokens.returnValue(0, name.isEmpty() ? "" : "@" + name, handle);
        }
        tokens.done(TokenWriter.DONE_PROCEDURE, more | (error == null ? 0 : TokenWriter.FAILED), 0, 0);
        return error;
    }

    private @Nullable SqlServerError run(Prepared statement, List<Argument> arguments, int first) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = first; i < arguments.size(); i++) {
            Parameter given = arguments.get(i).parameter();
            int position = i - first;
            String name =
                    given.name().isEmpty() && position < statement.parameters().size()
                            ? statement.parameters().get(position)
                            : given.name();
            parameters.add(new Parameter(name, given.type(), given.value()));
        }
        return statements.run(TokenWriter.DONE_IN_PROCEDURE, statement.text(), parameters);
    }

    private static Prepared statement(RemoteCall call, int text, int declaration) {
        List<Argument> arguments = call.arguments();
        boolean declared = declaration < arguments.size()
                && arguments.get(declaration).parameter().value() instanceof String;
        return new Prepared(string(call, text), declared ? ParameterNames.of(string(call, declaration)) : List.of());
    }

    private static Prepared execution(RemoteCall call) {
        List<String> names = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (Argument argument : call.arguments()) {
            String given = argument.parameter().name();
            String name = given.isEmpty() ? "P" + names.size() : given;
            names.add(name);
            written.add(given.isEmpty() ? "@" + name : "@" + name + " = @" + name);
        }
        return new Prepared("EXEC " + call.procedure() + " " + String.join(", ", written), names);
    }

    /** A driver that prepares anew hands in the handle it gives up. */
    private void forget(RemoteCall call) {
        if (!call.arguments().isEmpty()
                && call.arguments().getFirst().parameter().value() instanceof Integer old) {
            prepared.forget(old);
        }
    }

    private static String string(RemoteCall call, int position) {
        if (position < call.arguments().size()
                && call.arguments().get(position).parameter().value() instanceof String text) {
            return text;
        }
        throw missing(call);
    }

    private static int number(RemoteCall call, int position) {
        if (position < call.arguments().size()
                && call.arguments().get(position).parameter().value() instanceof Integer number) {
            return number;
        }
        throw missing(call);
    }

    private static SqlServerError missing(RemoteCall call) {
        return new SqlServerError(
                MISSING_ARGUMENT,
                "Procedure or function '" + call.plainName() + "' expects a parameter, which was not supplied.");
    }
}

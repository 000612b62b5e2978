package dev.granary.emulator.batch;

import dev.granary.emulator.ddl.Backups;
import dev.granary.emulator.ddl.Definitions;
import dev.granary.emulator.ddl.Target;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.StatementKind;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.H2Types;
import dev.granary.emulator.tsql.Keywords;
import dev.granary.emulator.tsql.Limits;
import dev.granary.emulator.tsql.Token;
import java.time.LocalTime;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One run of a batch: its statements in order, until the first that fails. */
final class BatchRun {

    private static final int CHANGED_DATABASE = 5701;
    private static final int USER_ERROR = 50_000;

    private final Session session;
    private final Variables variables;
    private final Results results;
    private final Queries queries;
    private boolean returned;

    BatchRun(Session session, Variables variables, Results results) {
        this.session = session;
        this.variables = variables;
        this.results = results;
        this.queries = new Queries(session, variables, results);
    }

    void run(String batch) {
        var cursor = Cursor.overBatch(batch);
        if (session.host().server().settings().foldsNames()) {
            cursor.foldNames();
        }
        skipSemicolons(cursor);
        if (Definitions.ownsBatch(cursor)) {
            locked(() -> Definitions.module(target(), cursor));
            done();
            return;
        }
        boolean first = true;
        while (!cursor.atEnd() && !returned) {
            statement(cursor, first);
            first = false;
            skipSemicolons(cursor);
        }
    }

    private static void skipSemicolons(Cursor cursor) {
        while (cursor.take(";")) {
            // Empty statements are fine.
        }
    }

    private void statement(Cursor cursor, boolean first) {
        if (session.cancelled().get()) {
            throw SqlServerError.cancelled();
        }
        var token = cursor.peek();
        if (Definitions.starts(cursor)) {
            if (Definitions.ownsBatch(cursor)) {
                throw new SqlServerError(
                        111,
                        15,
                        1,
                        "'%s %s' must be the first statement in a query batch."
                                .formatted(token.upper(), cursor.peek(1).upper()));
            }
            locked(() -> Definitions.run(target(), cursor));
            done();
            return;
        }
        switch (token.upper()) {
            case "SELECT", "WITH", "(" -> queries.select(cursor);
            case "INSERT", "UPDATE", "DELETE" -> queries.change(cursor);
            case "SET" -> set(cursor);
            case "USE" -> {
                cursor.next();
                use(cursor.name());
            }
            case "EXEC", "EXECUTE" -> {
                cursor.next();
                new Calls(session, results, queries).run(cursor);
            }
            case "DECLARE" -> declare(cursor);
            case "IF" -> condition(cursor);
            case "BEGIN" -> begin(cursor);
            case "COMMIT", "ROLLBACK", "SAVE" -> end(cursor);
            case "PRINT" -> {
                cursor.next();
                var text = queries.value(cursor.text(), Extent.expression(cursor, false));
                results.message(0, 0, String.valueOf(text));
            }
            case "RAISERROR" -> raise(cursor);
            case "THROW" -> throwError(cursor);
            case "WAITFOR" -> waitFor(cursor);
            case "RETURN" -> returned = true;
            default -> other(cursor, first);
        }
    }

    private void other(Cursor cursor, boolean first) {
        var token = cursor.peek();
        if (first
                && token.name()
                && !token.isAny("BACKUP", "RESTORE", "RECONFIGURE")
                && !Keywords.reserved(token.text())) {
            new Calls(session, results, queries).run(cursor);
        } else if (token.isAny("BACKUP", "RESTORE")) {
            locked(() -> Backups.run(session.host().server(), cursor));
            done();
        } else if (token.is("RECONFIGURE")) {
            cursor.next();
            cursor.take("WITH", "OVERRIDE");
            session.host().server().settings().reconfigure();
            done();
        } else if (token.isAny("WHILE", "MERGE", "DBCC", "KILL", "GOTO", "BULK", "CHECKPOINT")) {
            throw Limits.not("run " + token.upper());
        } else {
            throw cursor.syntax();
        }
    }

    private void raise(Cursor cursor) {
        cursor.next();
        var arguments = cursor.parenthesised();
        var text = arguments.getFirst().text();
        int severity = arguments.size() > 2 && arguments.get(2).kind() == Token.Kind.NUMBER
                ? Integer.parseInt(arguments.get(2).text())
                : 16;
        Extent.expression(cursor, false);
        if (severity > 10) {
            throw new SqlServerError(USER_ERROR, severity, 1, text);
        }
        results.message(USER_ERROR, severity, text);
    }

    private void throwError(Cursor cursor) {
        cursor.next();
        int number = cursor.integer();
        cursor.expect(",");
        var text = cursor.string();
        Extent.expression(cursor, false);
        throw new SqlServerError(number, 16, 1, text);
    }

    private void done() {
        results.done(StatementKind.OTHER, -1);
    }

    private void locked(Runnable change) {
        var lock = session.host().server().lock();
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    Target target() {
        return new Target(
                session.host().server(),
                session.looker().database(),
                session.looker().login(),
                session.settings().ansiNulls,
                session.settings().quotedIdentifier,
                queries::shape,
                session.host().views().described());
    }

    private void use(String name) {
        var before = session.database();
        var database = session.doors().open(name);
        session.looker().use(database);
        results.databaseChanged(before, database.name());
        results.message(CHANGED_DATABASE, 10, "Changed database context to '%s'.".formatted(database.name()));
        done();
    }

    private void set(Cursor cursor) {
        cursor.next();
        if (cursor.peek().kind() == Token.Kind.VARIABLE) {
            var name = cursor.next().text();
            cursor.expect("=");
            variables.set(name, queries.value(cursor.text(), Extent.expression(cursor, false)));
            return;
        }
        do {
            var option = cursor.next().upper();
            boolean on = false;
            while (!cursor.atEnd() && !cursor.peek().isAny(";", ",") && !startsStatement(cursor)) {
                on = cursor.next().is("ON");
            }
            option(option, on);
        } while (cursor.take(","));
        done();
    }

    private static boolean startsStatement(Cursor cursor) {
        int at = cursor.position();
        boolean stops = Extent.expression(cursor, true).isEmpty();
        cursor.back(at);
        return stops;
    }

    private void option(String name, boolean on) {
        switch (name) {
            case "ANSI_NULLS" -> session.settings().ansiNulls = on;
            case "QUOTED_IDENTIFIER" -> session.settings().quotedIdentifier = on;
            case "IMPLICIT_TRANSACTIONS" -> session.settings().implicitTransactions = on;
            default -> {
                // The rest changes nothing that a catalogue reader could see here.
            }
        }
    }

    private void declare(Cursor cursor) {
        cursor.next();
        do {
            var name = cursor.next();
            if (name.kind() != Token.Kind.VARIABLE) {
                throw cursor.syntaxNear(name);
            }
            cursor.take("AS");
            variables.declare(name.text(), H2Types.read(cursor, false), null);
            if (cursor.take("=")) {
                variables.set(name.text(), queries.value(cursor.text(), Extent.expression(cursor, true)));
            }
        } while (cursor.take(","));
    }

    private void condition(Cursor cursor) {
        cursor.next();
        boolean holds = queries.holds(cursor.text(), Extent.expression(cursor, false));
        branch(cursor, holds);
        int position = cursor.position();
        skipSemicolons(cursor);
        if (cursor.take("ELSE")) {
            branch(cursor, !holds);
        } else {
            cursor.back(position);
        }
    }

    private void branch(Cursor cursor, boolean run) {
        if (run) {
            statement(cursor, false);
        } else {
            Extent.skip(cursor);
        }
    }

    private void begin(Cursor cursor) {
        cursor.next();
        if (cursor.take("TRAN") || cursor.take("TRANSACTION")) {
            if (cursor.peek().name() && !Keywords.reserved(cursor.peek().text())) {
                cursor.next();
            }
            session.transaction(session.looker().transactions() + 1, true);
            done();
            return;
        }
        if (cursor.take("TRY")) {
            throw Limits.not("run BEGIN TRY");
        }
        skipSemicolons(cursor);
        while (!cursor.take("END")) {
            if (cursor.atEnd()) {
                throw cursor.syntax();
            }
            statement(cursor, false);
            skipSemicolons(cursor);
        }
    }

    private void end(Cursor cursor) {
        var verb = cursor.next();
        @Nullable String name = null;
        if (cursor.take("TRAN") || cursor.take("TRANSACTION") || cursor.take("WORK")) {
            boolean named =
                    cursor.peek().name() && !Keywords.reserved(cursor.peek().text());
            name = named ? cursor.next().text() : null;
        }
        int open = session.looker().transactions();
        if (verb.is("SAVE")) {
            throw Limits.not("save a transaction at " + name);
        }
        boolean commit = verb.is("COMMIT");
        if (open == 0) {
            throw commit
                    ? new SqlServerError(3902, "The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.")
                    : new SqlServerError(
                            3903, "The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.");
        }
        session.transaction(commit ? open - 1 : 0, commit);
        done();
    }

    private void waitFor(Cursor cursor) {
        cursor.next();
        cursor.expect("DELAY");
        var delay = LocalTime.parse(cursor.string());
        long until = System.nanoTime() + delay.toNanoOfDay();
        while (System.nanoTime() < until) {
            if (session.cancelled().get()) {
                throw SqlServerError.cancelled();
            }
            LockSupport.parkNanos(5_000_000);
        }
        done();
    }
}

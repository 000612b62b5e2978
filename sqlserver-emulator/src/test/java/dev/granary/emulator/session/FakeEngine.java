package dev.granary.emulator.session;

import dev.granary.emulator.engine.Engine;
import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.Login;
import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.Results;
import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.engine.StatementKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An engine that knows one login, the texts a test teaches it, and the few that a driver sends of itself. */
final class FakeEngine implements Engine {

    static final String PASSWORD = "Gr@nary;}pw\u00e9";

    private static final Pattern USE = Pattern.compile("use \\[(.*)]", Pattern.CASE_INSENSITIVE);

    final List<String> executed = new CopyOnWriteArrayList<>();
    final List<Login> logins = new CopyOnWriteArrayList<>();
    final CountDownLatch cancelled = new CountDownLatch(1);
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** What a taught text does. */
    interface Answer {
        void give(List<Parameter> parameters, Results results) throws InterruptedException;
    }

    FakeEngine answer(String text, Answer answer) {
        answers.put(text, answer);
        return this;
    }

    @Override
    public EngineSession open(Login login) {
        if (!login.user().equals("sa") || !login.password().equals(PASSWORD)) {
            throw new SqlServerError(18456, 14, 1, "Login failed for user '" + login.user() + "'.");
        }
        logins.add(login);
        return new Session(login.database() == null ? "master" : login.database());
    }

    private final class Session implements EngineSession {

        private final String initial;
        private String database;

        private Session(String database) {
            this.initial = database;
            this.database = database;
        }

        @Override
        public String database() {
            return database;
        }

        @Override
        public void execute(String batch, List<Parameter> parameters, Results results) {
            executed.add(batch.strip());
            Answer answer = answers.get(batch.strip());
            Matcher use = USE.matcher(batch);
            if (answer != null) {
                try {
                    answer.give(parameters, results);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            } else if (use.matches()) {
                results.databaseChanged(database, use.group(1));
                database = use.group(1);
                results.done(StatementKind.OTHER, -1);
            } else if (batch.startsWith("set ") || batch.contains("TRAN") || batch.equals("SELECT 1")) {
                results.done(StatementKind.OTHER, -1);
            } else {
                throw new SqlServerError(208, 16, 3, "Invalid object name '" + batch + "'.");
            }
        }

        @Override
        public void cancel() {
            cancelled.countDown();
        }

        @Override
        public void reset() {
            database = initial;
        }

        @Override
        public void close() {}
    }
}

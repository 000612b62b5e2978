package dev.granary.harvester.digest;

import dev.granary.emulator.engine.Engine;
import dev.granary.emulator.engine.EngineSession;
import dev.granary.emulator.engine.Login;
import dev.granary.emulator.engine.Parameter;
import dev.granary.emulator.engine.Results;
import java.util.List;

/** An engine on which something changes each time a certain statement has been answered, as often as a test says. */
final class RestlessEngine implements Engine {

    private final Engine engine;
    private String text = "";
    private int times;
    private Runnable change = () -> {};
    private int answered;

    RestlessEngine(Engine engine) {
        this.engine = engine;
    }

    /** From now on; statements in which the text is not found change nothing. */
    synchronized void changeAfter(String statement, int often, Runnable what) {
        text = statement;
        times = often;
        change = what;
        answered = 0;
    }

    /** How often the statement was answered since then. */
    synchronized int answered() {
        return answered;
    }

    private synchronized void answered(String batch) {
        if (!text.isEmpty() && batch.contains(text) && answered++ < times) {
            change.run();
        }
    }

    @Override
    public EngineSession open(Login login) {
        return new Session(engine.open(login));
    }

    @Override
    public boolean cancels() {
        return engine.cancels();
    }

    private final class Session implements EngineSession {

        private final EngineSession session;

        Session(EngineSession session) {
            this.session = session;
        }

        @Override
        public String database() {
            return session.database();
        }

        @Override
        public void execute(String batch, List<Parameter> parameters, Results results) {
            session.execute(batch, parameters, results);
            answered(batch);
        }

        @Override
        public void cancel() {
            session.cancel();
        }

        @Override
        public void reset() {
            session.reset();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}

package dev.granary.emulator.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The rules in force on a server; may be changed while it runs. */
public final class Faults {

    private final List<Armed> rules = new CopyOnWriteArrayList<>();

    /** A rule in force. */
    public static final class Armed {

        private final FaultRule rule;
        private final AtomicInteger struck = new AtomicInteger();

        private Armed(FaultRule rule) {
            this.rule = rule;
        }

        public FaultRule rule() {
            return rule;
        }

        /** How often it has struck so far. */
        public int struck() {
            return struck.get();
        }

        /** Uses the rule once; false when it is spent. */
        public boolean strike() {
            int limit = rule.times();
            return struck.getAndUpdate(count -> count < limit ? count + 1 : count) < limit;
        }
    }

    /**
     * Reads rules from a YAML file.
     *
     * @throws IllegalArgumentException when the file is missing or says something that is no rule
     */
    public static Faults read(Path file) {
        Faults faults = new Faults();
        FaultFile.read(file).forEach(faults::add);
        return faults;
    }

    public Armed add(FaultRule rule) {
        Armed armed = new Armed(rule);
        rules.add(armed);
        return armed;
    }

    public void clear() {
        rules.clear();
    }

    /** The rules whose conditions hold here, in the order they were added; an empty string stands for what isn't known. */
    public List<Armed> concerning(FaultPoint point, String login, String database, String text) {
        List<Armed> found = new ArrayList<>();
        for (Armed armed : rules) {
            if (armed.rule.concerns(point, login, database, text)) {
                found.add(armed);
            }
        }
        return found;
    }
}

package dev.granary.emulator.faults;

import dev.granary.emulator.faults.FaultAction.Delay;
import dev.granary.emulator.faults.FaultAction.Drop;
import dev.granary.emulator.faults.FaultAction.Fail;
import dev.granary.emulator.faults.FaultAction.Silence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A YAML file with a list {@code faults}, each a rule; what it cannot mean is refused with the rule's number. */
final class FaultFile {

    private static final Set<String> KEYS = Set.of(
            "at",
            "login",
            "database",
            "text",
            "afterRows",
            "times",
            "action",
            "millis",
            "number",
            "severity",
            "state",
            "message");

    private final Map<?, ?> entry;

    private FaultFile(Map<?, ?> entry) {
        this.entry = entry;
    }

    static List<FaultRule> read(Path file) {
        List<FaultRule> rules = new ArrayList<>();
        try {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            if (!(document instanceof Map<?, ?> map
                    && map.size() == 1
                    && map.get("faults") instanceof List<?> entries)) {
                throw new IllegalArgumentException("it must hold one list called faults");
            }
            for (Object entry : entries) {
                if (!(entry instanceof Map<?, ?> fields)) {
                    throw new IllegalArgumentException("a rule must be a map");
                }
                rules.add(new FaultFile(fields).rule());
            }
            return rules;
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        } catch (IllegalArgumentException | YAMLException e) {
            throw new IllegalArgumentException("%s, rule %d: %s".formatted(file, rules.size() + 1, e.getMessage()), e);
        }
    }

    private FaultRule rule() {
        for (Object key : entry.keySet()) {
            if (!(key instanceof String name) || !KEYS.contains(name)) {
                throw new IllegalArgumentException("unknown key " + key);
            }
        }
        String action = text("action");
        if (action == null) {
            throw new IllegalArgumentException("action is missing");
        }
        String at = text("at");
        String where = at != null ? at : action.equals("refuse") ? "login" : "statement";
        FaultRule rule = FaultRule.at(FaultPoint.valueOf(where.toUpperCase(Locale.ROOT)), action(action))
                .afterRows(number("afterRows", 0))
                .times(number("times", FaultRule.ALWAYS));
        String login = text("login");
        rule = login == null ? rule : rule.forLogin(login);
        String database = text("database");
        rule = database == null ? rule : rule.inDatabase(database);
        String text = text("text");
        return text == null ? rule : rule.onText(text);
    }

    private FaultAction action(String name) {
        return switch (name) {
            case "drop" -> new Drop();
            case "silence" -> new Silence();
            case "delay" -> new Delay(Duration.ofMillis(number("millis", null)));
            case "refuse" -> fail(18456, 14, "Login failed.");
            case "error" -> fail(number("number", null), 16, "A fault rule raised this error.");
            default -> throw new IllegalArgumentException("unknown action " + name);
        };
    }

    private Fail fail(int number, int severity, String message) {
        String given = text("message");
        return new Fail(
                number("number", number),
                number("severity", severity),
                number("state", 1),
                given == null ? message : given);
    }

    private @Nullable String text(String key) {
        Object value = entry.get(key);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException(key + " must be a text");
        }
        return (String) value;
    }

    private int number(String key, @Nullable Integer otherwise) {
        Object value = entry.containsKey(key) ? entry.get(key) : otherwise;
        if (value instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(key + " must be a whole number");
    }
}

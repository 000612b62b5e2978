package dev.granary.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One T-SQL script of the estate.
 *
 * @param name a file name that sorts as the scripts run; {@code 100-tenant@tenant_007.sql} for a script that runs once per database
 * @param text batches separated by GO, with the variables that are still to be filled in
 */
public record Script(String name, String text) {

    private static final Pattern PER_DATABASE = Pattern.compile("-- for each database: (\\w*?)(\\d+) \\.\\. \\1(\\d+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\((\\w+)\\)");
    private static final String DATABASE = "$(DATABASE)";

    /** What a file says: itself, or itself once per database when its first line says so. */
    static List<Script> read(String name, String text) {
        var perDatabase = PER_DATABASE.matcher(text.lines().findFirst().orElse(""));
        return perDatabase.matches() ? perDatabase(name, text, perDatabase) : List.of(new Script(name, text));
    }

    /**
     * This script with its variables filled in, as {@code sqlcmd -v} does.
     *
     * @throws IllegalArgumentException when a variable has no value, or one that could end the literal it stands in
     */
    public Script with(Map<String, String> variables) {
        return new Script(name, VARIABLE.matcher(text).replaceAll(found -> {
            var value = variables.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("No value for $(%s) in %s".formatted(found.group(1), name));
            }
            if (value.indexOf('\'') >= 0 || value.indexOf(']') >= 0) {
                throw new IllegalArgumentException(
                        "The value of $(%s) in %s holds a quote or a bracket".formatted(found.group(1), name));
            }
            return Matcher.quoteReplacement(value);
        }));
    }

    private static List<Script> perDatabase(String name, String text, Matcher range) {
        var digits = range.group(2).length();
        var scripts = new ArrayList<Script>();
        for (int n = Integer.parseInt(range.group(2)); n <= Integer.parseInt(range.group(3)); n++) {
            var database = range.group(1) + String.format("%0" + digits + "d", n);
            scripts.add(new Script(name.replace(".sql", "@" + database + ".sql"), text.replace(DATABASE, database)));
        }
        return List.copyOf(scripts);
    }
}

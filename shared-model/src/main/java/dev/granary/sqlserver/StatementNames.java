package dev.granary.sqlserver;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The catalogue views and columns that a statement names, if it is written the house way: {@code FROM sys.x AS a} or
 * {@code JOIN sys.x AS a}, and every column as {@code a.name}.
 */
public final class StatementNames {
    private static final Pattern NOT_CODE = Pattern.compile("--[^\\n]*|/\\*.*?\\*/|N?'(?:[^']|'')*'", Pattern.DOTALL);
    private static final Pattern VIEW = Pattern.compile(
            "\\b(?:FROM|JOIN|APPLY)\\s+((?:sys|INFORMATION_SCHEMA)\\.\\w+)\\s+AS\\s+(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMN = Pattern.compile("(?<![\\w.\\]])(\\w+)\\.\\[?(\\w+)(?![\\w.(])");

    private final String code;
    private final Map<String, Set<String>> viewsByAlias = new LinkedHashMap<>();

    private StatementNames(String code) {
        this.code = code;
        Matcher matcher = VIEW.matcher(code);
        while (matcher.find()) {
            // Parts of a statement may use one alias for different views.
            viewsByAlias
                    .computeIfAbsent(fold(matcher.group(2)), any -> new LinkedHashSet<>())
                    .add(matcher.group(1));
        }
    }

    public static StatementNames of(String statement) {
        return new StatementNames(NOT_CODE.matcher(statement).replaceAll(" "));
    }

    /** The views in the order in which they are named, as they are written. */
    public Set<String> views() {
        Set<String> views = new LinkedHashSet<>();
        viewsByAlias.values().forEach(views::addAll);
        return views;
    }

    /**
     * The first view, or column as {@code sys.x.name}, that an engine has not.
     *
     * @param columnsOf tells by its name in lower case whether a view has a column; empty where the engine lacks the view
     */
    public Optional<String> missing(Function<String, Optional<Predicate<String>>> columnsOf) {
        Map<String, Predicate<String>> known = new HashMap<>();
        for (Map.Entry<String, Set<String>> alias : viewsByAlias.entrySet()) {
            for (String view : alias.getValue()) {
                Optional<Predicate<String>> columns = columnsOf.apply(view);
                if (columns.isEmpty()) {
                    return Optional.of(view);
                }
                known.merge(alias.getKey(), columns.get(), Predicate::or);
            }
        }
        return missingColumn(known);
    }

    private Optional<String> missingColumn(Map<String, Predicate<String>> known) {
        Matcher used = COLUMN.matcher(code);
        while (used.find()) {
            String alias = fold(used.group(1));
            Predicate<String> columns = known.get(alias);
            if (columns != null && !columns.test(fold(used.group(2)))) {
                return Optional.of(
                        String.join(" or ", viewsByAlias.getOrDefault(alias, Set.of())) + "." + used.group(2));
            }
        }
        return Optional.empty();
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

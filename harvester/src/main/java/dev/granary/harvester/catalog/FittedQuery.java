package dev.granary.harvester.catalog;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement without the lines that need what an engine lacks. A line says by {@code -- needs sys.x, sys.y.z} at its end what it needs: a line
 * of the select list then gives NULL under its alias, any other (a {@code LEFT JOIN} with its condition, one condition of several, one argument
 * of several) is left out.
 *
 * @param without what the engine lacks of what was needed, in the order of the statement
 * @param hasTexts whether single texts can be left out of it, row by row
 */
public record FittedQuery(String sql, List<String> without, boolean hasTexts) {

    private static final Pattern MARK = Pattern.compile("^(.*\\S)\\s*-- needs ([\\w.]+(?:\\s*,\\s*[\\w.]+)*)\\s*$");
    private static final Pattern ITEM =
            Pattern.compile("^(\\s*+(?:SELECT\\s++)?+)(?!LEFT\\b|JOIN\\b|AND\\b|OR\\b|FROM\\b).*\\bAS\\s+(\\w+)(,?)$");

    /** Aliases of what a person wrote, which a damaged engine may fail on for single rows; nothing else is read of the same expressions. */
    private static final Set<String> TEXTS = Set.of(
            "definition", "encrypted", "expression", "default_expression", "computed_expression", "filter_expression");

    private static final Pattern ITEM_LINE =
            Pattern.compile("(?m)" + ITEM.pattern().replaceFirst("\\$$", "[ \\t]*(--.*)?\\$"));
    private static final Pattern ORDER = Pattern.compile("(?ms)^ WHERE (?!.*^ WHERE )(.*)^ ORDER BY ([\\w.]+)");

    public FittedQuery {
        without = List.copyOf(without);
    }

    FittedQuery(String sql, List<String> without) {
        this(sql, without, hasTexts(sql));
    }

    /** Whether an alias is that of a text that a person wrote. */
    static boolean isText(String alias) {
        return TEXTS.contains(alias);
    }

    private static boolean hasTexts(String sql) {
        return ORDER.matcher(sql).find()
                && ITEM_LINE.matcher(sql).results().anyMatch(item -> TEXTS.contains(item.group(2)));
    }

    /** The same rows with NULL for every text. */
    public FittedQuery withoutTexts() {
        var items = ITEM_LINE.matcher(sql);
        var fitted = items.replaceAll(item -> TEXTS.contains(item.group(2))
                ? Matcher.quoteReplacement("%sCAST(NULL AS %s) AS %s%s"
                        .formatted(
                                item.group(1),
                                item.group(2).equals("encrypted") ? "int" : "nvarchar(1)",
                                item.group(2),
                                item.group(3)))
                : Matcher.quoteReplacement(item.group()));
        return new FittedQuery(fitted, without);
    }

    /** The same statement for the owners between two ids, which are its two parameters; what it is ordered by first is the owner's id. */
    public FittedQuery between() {
        var order = ordered();
        var bounded = " WHERE (%s)\n   AND %s BETWEEN ? AND ?\n ORDER BY %s"
                .formatted(order.group(1).strip(), order.group(2), order.group(2));
        return new FittedQuery(order.replaceFirst(Matcher.quoteReplacement(bounded)), without);
    }

    /** The same statement for so many owners, whose ids are its parameters. */
    public FittedQuery among(int owners) {
        var order = ordered();
        return new FittedQuery(
                order.replaceFirst(Matcher.quoteReplacement(" WHERE (%s)\n   AND %s IN (%s)\n ORDER BY %s"
                        .formatted(
                                order.group(1).strip(),
                                order.group(2),
                                String.join(", ", Collections.nCopies(owners, "?")),
                                order.group(2)))),
                without);
    }

    private Matcher ordered() {
        var order = ORDER.matcher(sql);
        if (!order.find()) {
            throw new IllegalStateException("The statement has no condition or no order: " + sql);
        }
        return order;
    }

    static FittedQuery of(String sql, Class<? extends Record> rowType, EngineFeatures features) {
        var without = new LinkedHashSet<String>();
        var fitted = new StringBuilder(sql.length());
        for (var line : sql.lines().toList()) {
            var mark = MARK.matcher(line);
            if (!mark.matches()) {
                fitted.append(line).append('\n');
                continue;
            }
            var lacking = needs(mark).filter(need -> !features.has(need)).toList();
            if (lacking.isEmpty()) {
                fitted.append(line).append('\n');
                continue;
            }
            without.addAll(lacking);
            var item = ITEM.matcher(mark.group(1));
            if (item.matches()) {
                fitted.append("%sCAST(NULL AS %s) AS %s%s\n"
                        .formatted(item.group(1), sqlType(rowType, item.group(2)), item.group(2), item.group(3)));
            }
        }
        return new FittedQuery(without.isEmpty() ? sql : fitted.toString(), List.copyOf(without));
    }

    /** All that the marks of a statement name. */
    static List<String> needs(String sql) {
        return sql.lines()
                .map(MARK::matcher)
                .filter(Matcher::matches)
                .flatMap(FittedQuery::needs)
                .distinct()
                .toList();
    }

    private static Stream<String> needs(Matcher mark) {
        return Arrays.stream(mark.group(2).split("\\s*,\\s*"));
    }

    /** A type that the component's getter can read; an alias that is no component's is inside the statement. */
    private static String sqlType(Class<? extends Record> rowType, String alias) {
        for (var component : rowType.getRecordComponents()) {
            if (RowReader.snakeCase(component.getName()).equals(alias)) {
                return sqlType(component.getType());
            }
        }
        return "int";
    }

    private static String sqlType(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "bit";
        }
        if (type == String.class) {
            return "nvarchar(1)";
        }
        if (type == LocalDateTime.class) {
            return "datetime";
        }
        return type == Utf16.class ? "varbinary(1)" : "int";
    }
}

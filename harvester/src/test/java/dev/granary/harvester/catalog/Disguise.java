package dev.granary.harvester.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A statement of the house style that asks the same in other words: its columns in another order, other aliases for columns and views, other
 * blanks, keywords in lower case, no comments. An engine that answers it alike has not looked for a text it knows.
 *
 * @param columns the new alias of each old one
 */
record Disguise(String sql, Map<String, String> columns) {

    private static final Pattern TOKEN = Pattern.compile("N?'(?:[^']|'')*'|\\w+|\\s+|.", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("(.*)\\bAS\\s+(\\w+)\\s*", Pattern.DOTALL);
    private static final Pattern VIEW = Pattern.compile("\\bsys\\.\\w+\\s+AS\\s+(\\w+)");

    static Disguise of(CatalogQuery<?> query, long seed) {
        var random = new Random(seed);
        var plain = query.sql().replaceAll("--[^\\n]*", " ");
        int list = plain.indexOf("SELECT") + "SELECT".length();
        int from = topLevelFrom(plain, list);
        var items = items(plain.substring(list, from));
        Collections.shuffle(items, random);
        var columns = new HashMap<String, String>();
        var select = new ArrayList<String>();
        for (var item : items) {
            var matcher = ITEM.matcher(item);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("A column without an alias: " + item);
            }
            var alias = "column_" + columns.size() + "_" + random.nextInt(1000);
            columns.put(matcher.group(2), alias);
            select.add(matcher.group(1).strip() + " AS " + alias);
        }
        var sql = "SELECT " + String.join(",", select) + " " + plain.substring(from);
        return new Disguise(respaced(renamed(sql, columns), random), Map.copyOf(columns));
    }

    private static int topLevelFrom(String sql, int start) {
        var matcher = TOKEN.matcher(sql);
        int depth = 0;
        while (matcher.find()) {
            var token = matcher.group();
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 && matcher.start() >= start && token.equals("FROM")) {
                return matcher.start();
            }
        }
        return sql.length();
    }

    private static List<String> items(String list) {
        var items = new ArrayList<String>();
        var item = new StringBuilder();
        int depth = 0;
        var matcher = TOKEN.matcher(list);
        while (matcher.find()) {
            var token = matcher.group();
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0 && token.equals(",")) {
                items.add(item.toString());
                item.setLength(0);
            } else {
                item.append(token);
            }
        }
        items.add(item.toString());
        return items;
    }

    /** Views get other aliases everywhere; in ORDER BY a column may stand by its own alias. */
    private static String renamed(String sql, Map<String, String> columns) {
        var views = new HashMap<String, String>();
        var view = VIEW.matcher(sql);
        while (view.find()) {
            views.put(view.group(1), "view_" + views.size());
        }
        int order = sql.lastIndexOf("ORDER BY");
        var out = new StringBuilder();
        var matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            var token = matcher.group();
            var next = matcher.end() < sql.length() ? sql.charAt(matcher.end()) : ' ';
            var before = matcher.start() > 0 ? sql.charAt(matcher.start() - 1) : ' ';
            if (views.containsKey(token)
                    && before != '.'
                    && (next == '.' || sql.substring(0, matcher.start()).matches("(?s).*sys\\.\\w+\\s+AS\\s+"))) {
                out.append(views.get(token));
            } else if (order >= 0
                    && matcher.start() > order
                    && before != '.'
                    && next != '.'
                    && columns.containsKey(token)) {
                out.append(columns.get(token));
            } else {
                out.append(token);
            }
        }
        return out.toString();
    }

    private static String respaced(String sql, Random random) {
        var blanks = List.of(" ", "\n", "\t", "  \r\n ", " /* where? */ ");
        var matcher = TOKEN.matcher(sql);
        var out = new StringBuilder();
        while (matcher.find()) {
            var token = matcher.group();
            if (token.isBlank()) {
                out.append(blanks.get(random.nextInt(blanks.size())));
            } else if (token.matches("[A-Z]+") && !token.equals("N")) {
                out.append(token.toLowerCase(Locale.ROOT));
            } else {
                out.append(token);
            }
        }
        return out.toString();
    }
}

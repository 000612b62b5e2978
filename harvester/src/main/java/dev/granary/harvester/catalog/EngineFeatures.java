package dev.granary.harvester.catalog;

import dev.granary.sqlserver.StatementNames;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What one version of an engine has of what the statements of a harvest name. Views are written {@code sys.masked_columns}, columns {@code
 * sys.tables.ledger_type}, in any case.
 *
 * @param views the columns of the views that are there, all in lower case
 * @param denied views that are there and may not be read
 * @param absent views that were asked for and are not there
 * @param listed whether a view that is in none of these is not there; otherwise nobody knows
 * @param lookAlike whether it is sure to be another engine that only resembles SQL Server
 */
public record EngineFeatures(
        Map<String, Set<String>> views,
        Set<String> denied,
        Set<String> absent,
        boolean listed,
        boolean lookAlike,
        Set<EngineFunction> functions) {

    /** Nothing is known to be lacking: every statement is sent as it stands, and the engine's answer tells. */
    public static final EngineFeatures EVERYTHING =
            new EngineFeatures(Map.of(), Set.of(), Set.of(), false, false, Set.of(EngineFunction.values()));

    public EngineFeatures {
        views = Map.copyOf(views);
        denied = Set.copyOf(denied);
        absent = Set.copyOf(absent);
        functions = Set.copyOf(functions);
    }

    /** Whether the engine has a view or a column of a view, as far as is known. */
    public boolean has(String feature) {
        var name = fold(feature);
        int column = name.indexOf('.', name.indexOf('.') + 1);
        return column < 0
                ? columnsOf(name).isPresent()
                : columnsOf(name.substring(0, column))
                        .map(columns -> columns.test(name.substring(column + 1)))
                        .orElse(false);
    }

    public boolean supports(EngineFunction function) {
        return functions.contains(function);
    }

    /** The first function, view, or column as {@code sys.x.name}, that a statement names and the engine has not. */
    public Optional<String> missing(String sql) {
        var code = sql.replaceAll("--[^\\n]*", "");
        for (var function : EngineFunction.values()) {
            if (!supports(function) && code.contains(function.name() + "(")) {
                return Optional.of(function.name());
            }
        }
        return StatementNames.of(sql).missing(view -> columnsOf(fold(view)));
    }

    /** The question as this engine can answer it: without what its marks say that it need not have. */
    public FittedQuery fit(CatalogQuery<?> query) {
        return FittedQuery.of(query.sql(), query.rowType(), this);
    }

    /** A statement of no section as this engine can answer it; what its marks dispense with is not of its select list. */
    public String fit(String sql) {
        return FittedQuery.of(sql, EngineColumnRow.class, this).sql();
    }

    private Optional<Predicate<String>> columnsOf(String view) {
        var columns = views.get(view);
        if (columns != null) {
            return Optional.of(columns::contains);
        }
        boolean there = denied.contains(view) || (!listed && !absent.contains(view));
        return there ? Optional.of(column -> true) : Optional.empty();
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

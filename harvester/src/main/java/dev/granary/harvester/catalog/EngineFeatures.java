package dev.granary.harvester.catalog;

import dev.granary.sqlserver.StatementNames;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one version of an engine has of what the statements of a harvest name. Views are written {@code sys.masked_columns}, columns {@code
 * sys.tables.ledger_type}, in any case. It remembers how it fits the statements it was asked about, since all databases of its servers are asked the
 * same.
 */
public final class EngineFeatures {

    /** Nothing is known to be lacking: every statement is sent as it stands, and the engine's answer tells. */
    public static final EngineFeatures EVERYTHING =
            new EngineFeatures(Map.of(), Set.of(), Set.of(), false, false, Set.of(EngineFunction.values()));

    private final Map<String, Set<String>> views;
    private final Set<String> denied;
    private final Set<String> absent;
    private final boolean listed;
    private final boolean lookAlike;
    private final Set<EngineFunction> functions;

    private final Map<CatalogQuery<?>, FittedQuery> fitted = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> missing = new ConcurrentHashMap<>();

    /**
     * @param views the columns of the views that are there, all in lower case
     * @param denied views that are there and may not be read
     * @param absent views that were asked for and are not there
     * @param listed whether a view that is in none of these is not there; otherwise nobody knows
     * @param lookAlike whether it is sure to be another engine that only resembles SQL Server
     */
    public EngineFeatures(
            Map<String, Set<String>> views,
            Set<String> denied,
            Set<String> absent,
            boolean listed,
            boolean lookAlike,
            Set<EngineFunction> functions) {
        this.views = Map.copyOf(views);
        this.denied = Set.copyOf(denied);
        this.absent = Set.copyOf(absent);
        this.listed = listed;
        this.lookAlike = lookAlike;
        this.functions = Set.copyOf(functions);
    }

    public Map<String, Set<String>> views() {
        return views;
    }

    public Set<String> denied() {
        return denied;
    }

    public Set<String> absent() {
        return absent;
    }

    public boolean listed() {
        return listed;
    }

    public boolean lookAlike() {
        return lookAlike;
    }

    public Set<EngineFunction> functions() {
        return functions;
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
        return missing.computeIfAbsent(sql, this::lookFor);
    }

    private Optional<String> lookFor(String sql) {
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
        return fitted.computeIfAbsent(query, asked -> FittedQuery.of(asked.sql(), asked.rowType(), this));
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

    /** Servers of one version are one engine. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EngineFeatures that
                && (this == that
                        || (views.equals(that.views)
                                && denied.equals(that.denied)
                                && absent.equals(that.absent)
                                && listed == that.listed
                                && lookAlike == that.lookAlike
                                && functions.equals(that.functions)));
    }

    @Override
    public int hashCode() {
        return views.size() * 31 + functions.hashCode();
    }

    @Override
    public String toString() {
        return "an engine of %d views%s".formatted(views.size(), lookAlike ? ", that only resembles SQL Server" : "");
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

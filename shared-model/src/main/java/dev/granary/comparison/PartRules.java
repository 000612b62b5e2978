package dev.granary.comparison;

import static dev.granary.comparison.ChangeType.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rules of each aspect, by its name in JSON. An aspect that is not here is compared property by property, entry by entry. */
final class PartRules {

    private static final Rule TYPE = Rule.by((was, now) -> TypeSize.change(plain(was), plain(now)));
    private static final Rule NULLABLE = Rule.flag(NULLABILITY_LOOSENED, NULLABILITY_TIGHTENED);

    private static final Shape PLAIN = new Shape(Map.of(), Rule.option(OPTION_CHANGED));
    private static final Entries PLAIN_LIST = new Entries(
            List.of(key("name"), Values::plain),
            entry -> named(entry, Values.shown(Values.plain(entry))),
            _ -> ENTRY_ADDED,
            _ -> ENTRY_DROPPED,
            PLAIN,
            null);
    private static final Shape GENERIC = new Shape(Map.of(), PartRules::generic);

    private static final Map<String, Shape> RULES = Map.ofEntries(
            Map.entry("columns", list("columns", COLUMN_OPTION_CHANGED, columns())),
            Map.entry("keys", list("keys", KEY_OPTION_CHANGED, keys())),
            Map.entry("indexes", list("indexes", INDEX_OPTION_CHANGED, indexes())),
            Map.entry("foreignKeys", list("foreignKeys", FOREIGN_KEY_OPTION_CHANGED, foreignKeys())),
            Map.entry("checks", list("checks", CHECK_OPTION_CHANGED, checks())),
            Map.entry("parameters", list("parameters", PARAMETER_OPTION_CHANGED, parameters())),
            Map.entry("descriptions", list("properties", DESCRIPTION_CHANGED, descriptions())),
            Map.entry(
                    "text",
                    shape(
                            TEXT_OPTION_CHANGED,
                            Map.of("text", PartRules::text, "encrypted", Rule.option(TEXT_ENCRYPTED)))),
            Map.entry("trigger", shape(TRIGGER_CHANGED, Map.of())),
            Map.entry("synonym", shape(OPTION_CHANGED, Map.of("target", Rule.of(TARGET_CHANGED)))),
            Map.entry("sequence", shape(SEQUENCE_CHANGED, Map.of("type", TYPE))),
            Map.entry("aliasType", shape(OPTION_CHANGED, Map.of("type", TYPE, "nullable", NULLABLE))),
            Map.entry("schema", shape(OPTION_CHANGED, Map.of("owner", Rule.of(OWNER_CHANGED)))),
            Map.entry("database", shape(DATABASE_OPTION_CHANGED, Map.of("collation", Rule.of(COLLATION_CHANGED)))),
            Map.entry("table", shape(TABLE_OPTION_CHANGED, Map.of())),
            Map.entry("storage", shape(STORAGE_CHANGED, Map.of())),
            Map.entry("permissions", list("permissions", PERMISSION_DROPPED, permissions())),
            Map.entry(
                    "memberships",
                    list("roles", OPTION_CHANGED, whole(_ -> MEMBERSHIP_ADDED, _ -> MEMBERSHIP_DROPPED))),
            Map.entry(
                    "classification",
                    list(
                            "columns",
                            CLASSIFICATION_CHANGED,
                            entries("column", CLASSIFICATION_CHANGED, CLASSIFICATION_CHANGED, CLASSIFICATION_CHANGED))),
            Map.entry("dependencies", list("dependencies", DEPENDENCY_CHANGED, dependencies())));

    private PartRules() {}

    static Shape of(String aspect) {
        return RULES.getOrDefault(aspect, GENERIC);
    }

    private static Entries columns() {
        return new Entries(
                List.of(key("name")),
                name(),
                column -> mayBeLeftOut(column) ? COLUMN_ADDED : COLUMN_ADDED_REQUIRED,
                _ -> COLUMN_DROPPED,
                shape(
                        COLUMN_OPTION_CHANGED,
                        Map.ofEntries(
                                Map.entry("type", TYPE),
                                Map.entry("nullable", NULLABLE),
                                Map.entry(
                                        "defaultExpression", Rule.of(DEFAULT_ADDED, DEFAULT_DROPPED, DEFAULT_CHANGED)),
                                Map.entry("defaultName", Rule.of(DEFAULT_RENAMED)),
                                Map.entry("computed", Rule.of(COMPUTED_ADDED, COMPUTED_DROPPED, COMPUTED_CHANGED)),
                                Map.entry("identity", Rule.of(IDENTITY_ADDED, IDENTITY_DROPPED, IDENTITY_CHANGED)),
                                Map.entry("collation", Rule.of(COLLATION_CHANGED)),
                                Map.entry("mask", Rule.of(MASK_ADDED, MASK_DROPPED, MASK_CHANGED)),
                                Map.entry("encryption", Rule.of(ENCRYPTION_CHANGED)))),
                COLUMNS_REORDERED);
    }

    private static boolean mayBeLeftOut(JsonNode column) {
        return column.has("nullable")
                || column.has("defaultExpression")
                || column.has("computed")
                || column.has("identity")
                || column.has("generatedAlways")
                || List.of("timestamp", "rowversion").contains(Values.text(column, "type"));
    }

    private static Entries keys() {
        return new Entries(
                List.of(key("name"), whereEqual("kind", "primary_key"), PartRules::columnList),
                key -> named(key, Values.text(key, "kind").replace('_', ' ') + " " + columnList(key)),
                _ -> KEY_ADDED,
                _ -> KEY_DROPPED,
                shape(
                        KEY_OPTION_CHANGED,
                        Map.of(
                                "name", Rule.of(KEY_RENAMED),
                                "kind", Rule.of(KEY_CHANGED),
                                "columns", Rule.of(KEY_CHANGED))),
                null);
    }

    private static Entries indexes() {
        var index = index(INDEX_CHANGED);
        var uniqueIndex = index(UNIQUE_INDEX_CHANGED);
        return new Entries(
                List.of(key("name")),
                name(),
                added -> added.has("unique") ? UNIQUE_INDEX_ADDED : INDEX_ADDED,
                dropped -> dropped.has("unique") ? UNIQUE_INDEX_DROPPED : INDEX_DROPPED,
                (was, now) -> was.has("unique") && now.has("unique") ? uniqueIndex : index,
                null);
    }

    /** @param other what other columns or another filter are */
    private static Shape index(ChangeType other) {
        return shape(
                INDEX_OPTION_CHANGED,
                Map.of(
                        "unique", Rule.flag(UNIQUE_INDEX_ADDED, UNIQUE_INDEX_DROPPED),
                        "columns", Rule.of(other),
                        "included", Rule.of(INDEX_CHANGED),
                        "filter", Rule.of(other),
                        "type", Rule.of(INDEX_CHANGED)));
    }

    private static Entries foreignKeys() {
        return new Entries(
                List.of(key("name"), PartRules::reference, PartRules::columnList),
                key -> named(key, "foreign key " + columnList(key)),
                _ -> FOREIGN_KEY_ADDED,
                _ -> FOREIGN_KEY_DROPPED,
                shape(
                        FOREIGN_KEY_OPTION_CHANGED,
                        Map.of(
                                "name", Rule.of(FOREIGN_KEY_RENAMED),
                                "columns", Rule.of(FOREIGN_KEY_CHANGED),
                                "referencedSchema", Rule.option(FOREIGN_KEY_CHANGED),
                                "referencedTable", Rule.option(FOREIGN_KEY_CHANGED),
                                "referencedColumns", Rule.option(FOREIGN_KEY_CHANGED),
                                "onDelete", Rule.option(FOREIGN_KEY_ACTION_CHANGED),
                                "onUpdate", Rule.option(FOREIGN_KEY_ACTION_CHANGED),
                                "disabled", Rule.flag(FOREIGN_KEY_OPTION_CHANGED, FOREIGN_KEY_ENABLED))),
                null);
    }

    private static Entries checks() {
        return new Entries(
                List.of(
                        key("name"),
                        check -> Values.text(check, "column") + "\0" + Values.text(check, "expression"),
                        key("column")),
                check -> named(
                        check, check.has("column") ? "check of " + Values.text(check, "column") : "check of the table"),
                _ -> CHECK_ADDED,
                _ -> CHECK_DROPPED,
                shape(
                        CHECK_OPTION_CHANGED,
                        Map.of(
                                "name", Rule.of(CHECK_RENAMED),
                                "column", Rule.option(CHECK_CHANGED),
                                "expression", Rule.of(CHECK_CHANGED),
                                "disabled", Rule.flag(CHECK_OPTION_CHANGED, CHECK_ENABLED))),
                null);
    }

    private static Entries parameters() {
        return new Entries(
                List.of(key("name"), PartRules::place),
                parameter -> parameter.has("ordinal") ? Values.text(parameter, "name") : "return value",
                _ -> PARAMETER_ADDED,
                _ -> PARAMETER_DROPPED,
                shape(
                        PARAMETER_OPTION_CHANGED,
                        Map.of(
                                "name", Rule.of(PARAMETER_RENAMED),
                                "ordinal", Rule.of(PARAMETER_MOVED),
                                "type", TYPE,
                                "output", Rule.flag(PARAMETER_DIRECTION_CHANGED, PARAMETER_DIRECTION_CHANGED))),
                null);
    }

    private static Entries descriptions() {
        return new Entries(
                List.of(d -> Values.text(d, "level") + "\0" + Values.text(d, "target") + "\0" + Values.text(d, "name")),
                d -> d.has("target") ? Values.text(d, "target") + " " + Values.text(d, "name") : Values.text(d, "name"),
                _ -> DESCRIPTION_ADDED,
                _ -> DESCRIPTION_DROPPED,
                shape(DESCRIPTION_CHANGED, Map.of("value", Rule.of(DESCRIPTION_CHANGED))),
                null);
    }

    private static Entries permissions() {
        return whole(
                permission -> denies(permission) ? PERMISSION_DROPPED : PERMISSION_ADDED,
                permission -> denies(permission) ? PERMISSION_ADDED : PERMISSION_DROPPED);
    }

    private static boolean denies(JsonNode permission) {
        return List.of("deny", "revoke").contains(Values.text(permission, "state"));
    }

    private static Entries dependencies() {
        return new Entries(
                List.of(PartRules::referred),
                PartRules::referred,
                _ -> DEPENDENCY_ADDED,
                _ -> DEPENDENCY_DROPPED,
                shape(DEPENDENCY_CHANGED, Map.of()),
                null);
    }

    private static String referred(JsonNode dependency) {
        var names = new StringBuilder();
        for (var part : List.of("server", "database", "schema", "name", "column")) {
            if (dependency.has(part)) {
                names.append(names.isEmpty() ? "" : ".").append(Values.text(dependency, part));
            }
        }
        return names.toString();
    }

    /** Entries that come and go as a whole. */
    private static Entries whole(Function<JsonNode, ChangeType> added, Function<JsonNode, ChangeType> dropped) {
        return new Entries(
                List.of(Values::plain), entry -> Values.shown(Values.plain(entry)), added, dropped, PLAIN, null);
    }

    private static Entries entries(String key, ChangeType added, ChangeType dropped, ChangeType changed) {
        return new Entries(List.of(key(key)), key(key), _ -> added, _ -> dropped, shape(changed, Map.of()), null);
    }

    private static Shape list(String property, ChangeType other, Rule rule) {
        return shape(other, Map.of(property, rule));
    }

    private static Shape shape(ChangeType other, Map<String, Rule> rules) {
        return new Shape(new HashMap<>(rules), Rule.option(other));
    }

    /** Lists whose entries have names are told entry by entry, everything else as a property. */
    private static void generic(
            @Nullable String on, String property, @Nullable JsonNode was, @Nullable JsonNode now, List<Change> found) {
        if ((was == null || was.isArray()) && (now == null || now.isArray())) {
            PLAIN_LIST.compare(on, property, was, now, found);
        } else {
            Rule.option(OPTION_CHANGED).compare(on, property, was, now, found);
        }
    }

    private static void text(
            @Nullable String on, String property, @Nullable JsonNode was, @Nullable JsonNode now, List<Change> found) {
        found.add(new Change(
                TEXT_CHANGED,
                on,
                null,
                was == null ? null : Values.hash(Values.plain(was)),
                now == null ? null : Values.hash(Values.plain(now)),
                false));
    }

    private static String named(JsonNode entry, String otherwise) {
        return entry.has("name") ? Values.text(entry, "name") : otherwise;
    }

    /** Ordinal 0, the value that a function returns, is left out of the bytes. */
    private static String place(JsonNode parameter) {
        return parameter.has("ordinal") ? Values.text(parameter, "ordinal") : "0";
    }

    private static Function<JsonNode, String> name() {
        return key("name");
    }

    private static Function<JsonNode, String> key(String property) {
        return entry -> Values.text(entry, property);
    }

    private static Function<JsonNode, String> whereEqual(String property, String value) {
        return entry -> Values.text(entry, property).equals(value) ? value : "";
    }

    private static String reference(JsonNode key) {
        return columnList(key) + Values.text(key, "referencedSchema") + "\0" + Values.text(key, "referencedTable");
    }

    private static String columnList(JsonNode key) {
        var columns = new StringBuilder("(");
        var list = key.get("columns");
        if (list != null) {
            list.forEach(column -> columns.append(columns.length() == 1 ? "" : ", ")
                    .append(column.isString() ? column.asString() : Values.text(column, "name")));
        }
        return columns.append(')').toString();
    }

    private static @Nullable String plain(@Nullable JsonNode value) {
        return value == null ? null : Values.plain(value);
    }
}

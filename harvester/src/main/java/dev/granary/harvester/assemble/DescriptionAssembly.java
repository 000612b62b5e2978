package dev.granary.harvester.assemble;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.DescriptionRow;
import dev.granary.model.Description;
import dev.granary.model.Descriptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The extended properties of one owner and of what it owns. */
final class DescriptionAssembly {

    private static final int OBJECT_OR_COLUMN = 1;
    private static final int PARAMETER = 2;
    private static final int INDEX = 7;
    private static final int TYPE_COLUMN = 8;

    private static final Comparator<@Nullable String> TEXT = Comparator.nullsFirst(Comparator.<String>naturalOrder());
    private static final Comparator<Description> ORDER = Comparator.comparing(Description::level, TEXT)
            .thenComparing(Description::target, TEXT)
            .thenComparing(Description::name)
            .thenComparing(Description::value, TEXT);

    private final ContentSink sink;

    DescriptionAssembly(ContentSink sink) {
        this.sink = sink;
    }

    static Owner owner(DescriptionRow row) {
        for (var space : Space.values()) {
            if (space.code() == row.ownerClass()) {
                return new Owner(space, row.ownerId());
            }
        }
        throw new IllegalStateException("descriptions.sql does not ask for the class " + row.ownerClass());
    }

    void descriptions(Owner owner, List<DescriptionRow> rows) {
        var properties = new ArrayList<Description>(rows.size());
        for (var row : rows) {
            var property = description(row);
            if (property != null) {
                properties.add(property);
            }
        }
        if (!properties.isEmpty()) {
            properties.sort(ORDER);
            sink.part(owner, new Descriptions(properties), Map.of());
        }
    }

    /** Null where what it is on was not there when the statement looked: dropped meanwhile, or hidden from the login. */
    private static @Nullable Description description(DescriptionRow row) {
        return switch (row.propertyClass()) {
            case OBJECT_OR_COLUMN -> row.minorId() > 0 ? at(row, "column", columnName(row)) : onObject(row);
            case PARAMETER -> at(row, "parameter", row.parameterName());
            case TYPE_COLUMN -> at(row, "column", row.typeColumn());
            case INDEX -> at(row, "index", row.systemNamed() ? keyRole(row.primaryKeyIndex()) : row.indexName());
            default -> new Description(null, null, row.propertyName(), row.value());
        };
    }

    private static @Nullable Description onObject(DescriptionRow row) {
        return isConstraint(row)
                ? at(row, "constraint", row.systemNamed() ? role(row) : row.objectName())
                : new Description(null, null, row.propertyName(), row.value());
    }

    private static @Nullable Description at(DescriptionRow row, String level, @Nullable String target) {
        return target == null ? null : new Description(level, target, row.propertyName(), row.value());
    }

    private static @Nullable String columnName(DescriptionRow row) {
        return row.columnName() == null ? null : GraphNames.withoutSuffix(row.columnName());
    }

    private static boolean isConstraint(DescriptionRow row) {
        return switch (type(row)) {
            case "C", "D", "F", "PK", "UQ", "EC" -> true;
            default -> false;
        };
    }

    /** A name the system made is no content: what the constraint is stands for it. */
    private static String role(DescriptionRow row) {
        return switch (type(row)) {
            case "D" -> "default of " + row.defaultColumn();
            case "C" -> "check";
            case "F" -> "foreign key";
            case "EC" -> "edge constraint";
            default -> keyRole(type(row).equals("PK"));
        };
    }

    private static String keyRole(boolean primaryKey) {
        return primaryKey ? "primary key" : "unique";
    }

    private static String type(DescriptionRow row) {
        return Objects.requireNonNullElse(row.objectType(), "").strip();
    }
}

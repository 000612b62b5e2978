package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Extras.DataSpace;
import dev.granary.emulator.model.Extras.PartitionFunction;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Filegroups, partition functions and partition schemes. */
final class StorageViews {

    /** One boundary of a function, or one destination of a scheme. */
    record Numbered<T>(T of, int number) {}

    static final CatalogView<DataSpace> DATA_SPACES =
            spaces("data_spaces", d -> true).build();

    static final CatalogView<DataSpace> FILEGROUPS = spaces("filegroups", d -> d.functionId() == null)
            .add("filegroup_guid", SqlType.UNIQUEIDENTIFIER, 0, 0, 0, (d, s) -> new UUID(d.id(), d.id()))
            .nulls(SqlType.INT, "log_filegroup_id")
            .unset("is_read_only", "is_autogrow_all_files")
            .build();

    static final CatalogView<DataSpace> PARTITION_SCHEMES = spaces("partition_schemes", d -> d.functionId() != null)
            .integer("function_id", DataSpace::functionId)
            .build();

    static final CatalogView<Numbered<DataSpace>> DESTINATION_DATA_SPACES = CatalogView.<Numbered<DataSpace>>sys(
                    "destination_data_spaces")
            .integer("partition_scheme_id", r -> r.of().id())
            .integer("destination_id", Numbered::number)
            .integer("data_space_id", r -> r.of().destinations().get(r.number() - 1))
            .scan(s -> Rows.flat(
                    s.catalog().extras().dataSpaces().all(),
                    d -> numbered(d, d.destinations().size())))
            .build();

    static final CatalogView<PartitionFunction> PARTITION_FUNCTIONS = CatalogView.<PartitionFunction>sys(
                    "partition_functions")
            .sysname("name", PartitionFunction::name)
            .integer("function_id", PartitionFunction::id)
            .chars("type", 2, f -> "R")
            .nvarchar("type_desc", 60, f -> "RANGE")
            .integer("fanout", f -> f.boundaries().size() + 1)
            .bit("boundary_value_on_right", PartitionFunction::right)
            .unset("is_system")
            .datetime("create_date", PartitionFunction::created)
            .datetime("modify_date", PartitionFunction::created)
            .key(
                    List.of("function_id"),
                    1,
                    s -> s.catalog().extras().partitionFunctions().all(),
                    (s, v) -> Rows.oneOrNone(
                            s.catalog().extras().partitionFunctions().byId(v[0])))
            .build();

    static final CatalogView<Numbered<PartitionFunction>> PARTITION_RANGE_VALUES =
            CatalogView.<Numbered<PartitionFunction>>sys("partition_range_values")
                    .integer("function_id", r -> r.of().id())
                    .integer("boundary_id", Numbered::number)
                    .integer("parameter_id", r -> 1)
                    .variant("value", r -> r.of().boundaries().get(r.number() - 1))
                    .scan(s -> Rows.flat(
                            s.catalog().extras().partitionFunctions().all(),
                            f -> numbered(f, f.boundaries().size())))
                    .build();

    static final CatalogView<PartitionFunction> PARTITION_PARAMETERS = CatalogView.<PartitionFunction>sys(
                    "partition_parameters")
            .integer("function_id", PartitionFunction::id)
            .integer("parameter_id", f -> 1)
            .tinyint("system_type_id", f -> f.type().type().systemTypeId())
            .smallint("max_length", f -> f.type().maxLength())
            .tinyint("precision", f -> f.type().precision())
            .tinyint("scale", f -> f.type().scale())
            .sysname("collation_name", f -> f.type().collation())
            .integer("user_type_id", f -> f.type().type().userTypeId())
            .scan(s -> s.catalog().extras().partitionFunctions().all())
            .build();

    static final List<CatalogView<?>> ALL = List.of(
            DATA_SPACES,
            FILEGROUPS,
            PARTITION_SCHEMES,
            DESTINATION_DATA_SPACES,
            PARTITION_FUNCTIONS,
            PARTITION_RANGE_VALUES,
            PARTITION_PARAMETERS);

    private StorageViews() {}

    private static <T> List<Numbered<T>> numbered(T of, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Numbered<>(of, i))
                .toList();
    }

    private static CatalogView.Builder<DataSpace> spaces(String name, Predicate<DataSpace> which) {
        return CatalogView.<DataSpace>sys(name)
                .sysname("name", DataSpace::name)
                .integer("data_space_id", DataSpace::id)
                .chars("type", 2, d -> d.functionId() == null ? "FG" : "PS")
                .nvarchar("type_desc", 60, d -> d.functionId() == null ? "ROWS_FILEGROUP" : "PARTITION_SCHEME")
                .bit("is_default", d -> d.id() == 1)
                .unset("is_system")
                .key(
                        List.of("data_space_id"),
                        1,
                        s -> Rows.filter(s.catalog().extras().dataSpaces().all(), which),
                        (s, v) -> Rows.filter(
                                Rows.oneOrNone(s.catalog().extras().dataSpaces().byId(v[0])), which));
    }
}

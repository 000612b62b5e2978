package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.Extras.NumberedProcedure;
import dev.granary.emulator.model.Module;
import dev.granary.emulator.model.ObjectType;
import dev.granary.emulator.model.Routine;
import dev.granary.emulator.model.Trigger;
import dev.granary.emulator.model.View;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The objects that have a text: their definitions, parameters and triggers' events. */
final class ModuleViews {

    static final CatalogView<DbObject> SQL_MODULES = CatalogView.<DbObject>sys("sql_modules")
            .integer("object_id", DbObject::id)
            .text("definition", ModuleViews::visibleText)
            .bit("uses_ansi_nulls", o -> required(o).ansiNulls())
            .bit("uses_quoted_identifier", o -> required(o).quotedIdentifier())
            .bit("is_schema_bound", o -> required(o).schemaBound())
            .unset("uses_database_collation")
            .bit("is_recompiled", o -> required(o).recompiled())
            .bit("null_on_null_input", o -> required(o).runs().nullOnNull())
            .integer("execute_as_principal_id", o -> required(o).runs().executeAs())
            .bit("uses_native_compilation", o -> required(o).runs().natively())
            .bit("is_inlineable", o -> o.type() == ObjectType.SCALAR_FUNCTION)
            .key(
                    List.of("object_id"),
                    1,
                    s -> Rows.filter(Rows.objects(s), ModuleViews::written),
                    (s, v) -> Rows.filter(Rows.object(s, v[0]), ModuleViews::written))
            .estimate(s -> s.catalog().objectCount() / 10L)
            .build();

    static final CatalogView<DbObject> ASSEMBLY_MODULES = CatalogView.<DbObject>sys("assembly_modules")
            .integer("object_id", DbObject::id)
            .integer("assembly_id", o -> external(o).assemblyId())
            .sysname("assembly_class", o -> external(o).className())
            .sysname("assembly_method", o -> external(o).method())
            .bit("null_on_null_input", o -> required(o).runs().nullOnNull())
            .integer("execute_as_principal_id", o -> required(o).runs().executeAs())
            .key(
                    List.of("object_id"),
                    1,
                    s -> Rows.filter(Rows.objects(s), ModuleViews::assembled),
                    (s, v) -> Rows.filter(Rows.object(s, v[0]), ModuleViews::assembled))
            .build();

    static final CatalogView<NumberedProcedure> NUMBERED_PROCEDURES = CatalogView.<NumberedProcedure>sys(
                    "numbered_procedures")
            .integer("object_id", NumberedProcedure::objectId)
            .smallint("procedure_number", NumberedProcedure::number)
            .text("definition", (p, s) -> {
                var first = s.catalog().byId(p.objectId());
                return first == null ? null : s.definition(first, p.text());
            })
            .scan(s -> Rows.flat(
                    Rows.objects(s, Routine.class),
                    r -> s.catalog().extras().numbered().getOrDefault(r.id(), List.of())))
            .build();

    /** A parameter of a routine. */
    record OfParameter(Routine routine, Routine.Parameter parameter) {}

    static final CatalogView<OfParameter> PARAMETERS = CatalogView.<OfParameter>sys("parameters")
            .integer("object_id", r -> r.routine().id())
            .sysname("name", r -> r.parameter().name())
            .integer("parameter_id", r -> r.parameter().id())
            .tinyint("system_type_id", r -> r.parameter().type().type().systemTypeId())
            .integer("user_type_id", r -> r.parameter().type().type().userTypeId())
            .smallint("max_length", r -> r.parameter().type().maxLength())
            .tinyint("precision", r -> r.parameter().type().precision())
            .tinyint("scale", r -> r.parameter().type().scale())
            .bit("is_output", r -> r.parameter().output())
            .unset("is_cursor_ref", "has_default_value", "is_xml_document")
            .nulls(SqlType.SQL_VARIANT, "default_value")
            .integer("xml_collection_id", r -> 0)
            .bit("is_readonly", r -> r.parameter().readOnly())
            .bit("is_nullable", r -> true)
            .nulls(SqlType.INT, "encryption_type")
            .nulls(SqlType.NVARCHAR, "encryption_type_desc", "encryption_algorithm_name")
            .nulls(SqlType.INT, "column_encryption_key_id")
            .nulls(SqlType.NVARCHAR, "column_encryption_key_database_name")
            .key(
                    List.of("object_id", "parameter_id"),
                    1,
                    s -> Rows.flat(Rows.objects(s, Routine.class), ModuleViews::parameters),
                    (s, v) -> Rows.flat(Rows.object(s, v[0], Routine.class), ModuleViews::parameters))
            .estimate(s -> s.catalog().objectCount() / 5L)
            .build();

    /** The system's own have none here. */
    static final CatalogView<OfParameter> ALL_PARAMETERS =
            new CatalogView<>("sys", "all_parameters", PARAMETERS.columns(), PARAMETERS.keys(), PARAMETERS.estimate());

    static final CatalogView<Trigger> TRIGGERS = CatalogView.<Trigger>sys("triggers")
            .sysname("name", DbObject::name)
            .integer("object_id", DbObject::id)
            .tinyint("parent_class", t -> t.parent() == null ? 0 : 1)
            .nvarchar("parent_class_desc", 60, t -> t.parent() == null ? "DATABASE" : "OBJECT_OR_COLUMN")
            .integer("parent_id", DbObject::parentId)
            .chars("type", 2, t -> t.type().code())
            .nvarchar("type_desc", 60, t -> t.type().description())
            .datetime("create_date", DbObject::createDate)
            .datetime("modify_date", DbObject::modifyDate)
            .unset("is_ms_shipped")
            .bit("is_disabled", Trigger::disabled)
            .unset("is_not_for_replication")
            .bit("is_instead_of_trigger", Trigger::insteadOf)
            .key(
                    List.of("object_id"),
                    1,
                    s -> Rows.objects(s, Trigger.class),
                    (s, v) -> Rows.object(s, v[0], Trigger.class))
            .build();

    /** One event a trigger fires on. */
    record OfEvent(Trigger trigger, String event) {}

    static final CatalogView<OfEvent> TRIGGER_EVENTS = CatalogView.<OfEvent>sys("trigger_events")
            .integer("object_id", r -> r.trigger().id())
            .integer("type", r -> TriggerEvents.code(r.event()))
            .nvarchar("type_desc", 60, OfEvent::event)
            .unset("is_first", "is_last")
            .nulls(SqlType.INT, "event_group_type")
            .nulls(SqlType.NVARCHAR, "event_group_type_desc")
            .bit("is_trigger_event", r -> true)
            .key(
                    List.of("object_id"),
                    1,
                    s -> Rows.flat(Rows.objects(s, Trigger.class), ModuleViews::events),
                    (s, v) -> Rows.flat(Rows.object(s, v[0], Trigger.class), ModuleViews::events))
            .build();

    private ModuleViews() {}

    static @Nullable Module module(DbObject object) {
        return switch (object) {
            case View v -> v.module();
            case Routine r -> r.module();
            case Trigger t -> t.module();
            default -> null;
        };
    }

    /** What a looker gets to read: nothing of an encrypted module, nor without VIEW DEFINITION. */
    static @Nullable String visibleText(DbObject object, Scope scope) {
        var module = required(object);
        return module.encrypted() ? null : scope.definition(object, module.text());
    }

    private static boolean written(DbObject object) {
        var module = module(object);
        return module != null && module.runs().external() == null;
    }

    private static boolean assembled(DbObject object) {
        var module = module(object);
        return module != null && module.runs().external() != null;
    }

    private static Module.External external(DbObject object) {
        return Objects.requireNonNull(required(object).runs().external());
    }

    private static Module required(DbObject object) {
        return Objects.requireNonNull(module(object));
    }

    private static List<OfParameter> parameters(Routine routine) {
        var parameters = routine.parameters();
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> new OfParameter(routine, parameters.get(i)))
                .toList();
    }

    private static List<OfEvent> events(Trigger trigger) {
        return trigger.events().stream().map(e -> new OfEvent(trigger, e)).toList();
    }
}

package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.DescriptionRow;
import dev.granary.harvester.catalog.ModuleRow;
import dev.granary.harvester.catalog.NumberedProcedureRow;
import dev.granary.harvester.catalog.ParameterRow;
import dev.granary.harvester.catalog.TriggerRow;
import dev.granary.model.Aspect;
import dev.granary.model.Description;
import dev.granary.model.Descriptions;
import dev.granary.model.ModuleText;
import dev.granary.model.NumberedProcedure;
import dev.granary.model.NumberedProcedures;
import dev.granary.model.ObjectKind;
import dev.granary.model.Parameter;
import dev.granary.model.Parameters;
import dev.granary.model.TriggerOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleAssemblyTest {

    private static final Owner OWNER = new Owner(Space.OBJECT, 7);

    private final RecordingSink sink = new RecordingSink();
    private final ModuleAssembly assembly = new ModuleAssembly(sink);

    @Test
    void keepsTheOptionsAModuleWasCreatedUnder() {
        assembly.module(new ModuleRow(7, "CREATE VIEW v AS SELECT 1 AS x", null, false, true, true, false, -2, false));
        assembly.module(new ModuleRow(8, "CREATE PROC p AS", null, true, false, false, true, 5, true));

        assertThat(sink.parts)
                .extracting(RecordingSink.Part::content)
                .containsExactly(
                        new ModuleText(
                                "CREATE VIEW v AS SELECT 1 AS x", false, true, false, true, false, "owner", false),
                        new ModuleText("CREATE PROC p AS", false, false, true, false, true, "user", true));
    }

    @Test
    void readsParametersWithTheirReturnValue() {
        assembly.parameters(
                OWNER,
                List.of(
                        parameter(
                                "ordinal",
                                0,
                                "typeName",
                                "decimal",
                                "typePrecision",
                                19,
                                "typeScale",
                                4,
                                "outputParameter",
                                true),
                        parameter(
                                "ordinal",
                                1,
                                "parameterName",
                                "@ids",
                                "typeName",
                                "ids",
                                "typeSchema",
                                "dbo",
                                "readOnly",
                                true)));

        assertThat(sink.only(Parameters.class).parameters())
                .containsExactly(
                        new Parameter(0, "", "decimal(19,4)", true, false),
                        new Parameter(1, "@ids", "dbo.ids", false, true));
    }

    @Test
    void saysWhatOnlySomeParametersHave() {
        assembly.parameters(
                OWNER,
                List.of(
                        parameter("ordinal", 1, "parameterName", "@c", "typeName", "cursor", "cursorReference", true),
                        parameter(
                                "ordinal",
                                2,
                                "parameterName",
                                "@x",
                                "typeName",
                                "xml",
                                "xmlCollectionId",
                                65537,
                                "xmlSchema",
                                "dbo",
                                "xmlCollection",
                                "order form",
                                "defaultValue",
                                "<a/>")));

        assertThat(sink.only(Parameters.class).parameters())
                .containsExactly(
                        new Parameter(1, "@c", "cursor", false, false, null, true, null),
                        new Parameter(2, "@x", "xml", false, false, "<a/>", false, "dbo.[order form]"));
    }

    @Test
    void leavesParametersUnknownWhoseSchemaCollectionIsHidden() {
        assembly.parameters(OWNER, List.of(parameter("typeName", "xml", "xmlCollectionId", 65537)));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(OWNER, Aspect.PARAMETERS));
    }

    @Test
    void listsATriggerOnTheDatabaseByTheGroupOfItsEvents() {
        assembly.trigger(OWNER, List.of(ddl("CREATE_TABLE"), ddl("ALTER_TABLE"), ddl("DROP_TABLE")));

        assertThat(sink.objects)
                .containsExactly(new SourceObject(OWNER, ObjectKind.DATABASE_TRIGGER, null, "watch", null, null));
        assertThat(sink.only(TriggerOptions.class))
                .isEqualTo(new TriggerOptions(null, null, List.of("ddl_table_events"), false, true, false));
    }

    @Test
    void readsTheProceduresThatShareAName() {
        assembly.numbered(
                OWNER,
                List.of(
                        new NumberedProcedureRow(7, 2, "CREATE PROC p;2 AS", null),
                        new NumberedProcedureRow(7, 3, null, 1)));

        assertThat(sink.only(NumberedProcedures.class).procedures())
                .containsExactly(
                        new NumberedProcedure(2, "CREATE PROC p;2 AS", false), new NumberedProcedure(3, null, true));
    }

    @Test
    void leavesNumberedProceduresUnknownWhoseTextIsDenied() {
        assembly.numbered(OWNER, List.of(new NumberedProcedureRow(7, 2, null, 0)));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(OWNER, Aspect.NUMBERED_PROCEDURES));
    }

    private static TriggerRow ddl(String event) {
        return SampleRow.of(
                TriggerRow.class,
                "triggerName",
                "watch",
                "event",
                event,
                "eventGroup",
                "DDL_TABLE_EVENTS",
                "disabled",
                true);
    }

    @Test
    void sortsTheEventsOfATrigger() {
        assembly.trigger(OWNER, List.of(trigger("UPDATE", "t"), trigger("DELETE", "t"), trigger("INSERT", "t")));

        assertThat(sink.only(TriggerOptions.class))
                .isEqualTo(new TriggerOptions("dbo", "t", List.of("delete", "insert", "update"), true, false, false));
    }

    @Test
    void leavesATriggerUnknownWhoseTableIsHidden() {
        assembly.trigger(OWNER, List.of(trigger("UPDATE", null)));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(OWNER, Aspect.TRIGGER));
    }

    @Test
    void ordersDescriptionsByLevelTargetAndNameAndKeepsSystemMadeNamesOut() {
        new DescriptionAssembly(sink)
                .descriptions(
                        OWNER,
                        List.of(
                                description(1, 0, "U ", "t", null, false, "MS_Description", "the table"),
                                description(1, 2, "U ", "t", "qty", false, "MS_Description", "how\0many"),
                                description(1, 2, "U ", "t", "qty", false, "Audit", "yes"),
                                description(1, 0, "PK", "PK__t__1", null, true, "MS_Description", "the key"),
                                description(1, 0, "D ", "DF__t__2", null, true, "MS_Description", "a default"),
                                description(1, 0, "C ", "ck_named", null, false, "MS_Description", "a check"),
                                description(
                                        1, 9, "U ", "t", null, false, "MS_Description", "of a column that is gone")));

        assertThat(sink.only(Descriptions.class).properties())
                .containsExactly(
                        new Description(null, null, "MS_Description", "the table"),
                        new Description("column", "qty", "Audit", "yes"),
                        new Description("column", "qty", "MS_Description", "how\0many"),
                        new Description("constraint", "ck_named", "MS_Description", "a check"),
                        new Description("constraint", "default of qty", "MS_Description", "a default"),
                        new Description("constraint", "primary key", "MS_Description", "the key"));
    }

    private static TriggerRow trigger(String event, String table) {
        return SampleRow.of(
                TriggerRow.class,
                "objectId",
                7,
                "parentClass",
                1,
                "parentSchema",
                table == null ? null : "dbo",
                "parentName",
                table,
                "event",
                event,
                "insteadOf",
                true);
    }

    private static ParameterRow parameter(Object... pairs) {
        return SampleRow.of(ParameterRow.class, pairs);
    }

    private static DescriptionRow description(
            int level,
            int minor,
            String type,
            String name,
            String column,
            boolean systemNamed,
            String property,
            String value) {
        return new DescriptionRow(
                1,
                7,
                level,
                minor,
                type,
                name,
                column,
                null,
                null,
                null,
                false,
                systemNamed,
                "qty",
                property,
                value,
                null);
    }
}

package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.DescriptionRow;
import dev.granary.harvester.catalog.ModuleRow;
import dev.granary.harvester.catalog.ParameterRow;
import dev.granary.harvester.catalog.TriggerRow;
import dev.granary.model.Aspect;
import dev.granary.model.Description;
import dev.granary.model.Descriptions;
import dev.granary.model.ModuleText;
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
                        new ParameterRow(7, 0, "", "decimal", null, 9, 19, 4, true, false),
                        new ParameterRow(7, 1, "@ids", "ids", "dbo", -1, 0, 0, false, true)));

        assertThat(sink.only(Parameters.class).parameters())
                .containsExactly(
                        new Parameter(0, "", "decimal(19,4)", true, false),
                        new Parameter(1, "@ids", "dbo.ids", false, true));
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
        return new TriggerRow(7, table == null ? null : "dbo", table, event, true, false, false);
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
                1, 7, level, minor, type, name, column, null, null, false, systemNamed, "qty", property, value, null);
    }
}

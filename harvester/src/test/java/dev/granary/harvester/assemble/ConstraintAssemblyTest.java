package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.CheckRow;
import dev.granary.harvester.catalog.ForeignKeyRow;
import dev.granary.model.Aspect;
import dev.granary.model.Check;
import dev.granary.model.Checks;
import dev.granary.model.ForeignKey;
import dev.granary.model.ForeignKeys;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintAssemblyTest {

    private static final Owner TABLE = new Owner(Space.OBJECT, 7);

    private final RecordingSink sink = new RecordingSink();

    @Test
    void ordersNamedChecksByNameAndTheOthersByContentWhateverTheSystemCalledThem() {
        var one = new CheckAssembly(sink);
        one.checks(
                TABLE,
                List.of(
                        check("CK__1", true, "([b]>(0))"),
                        check("z", false, "(1=1)"),
                        check("CK__2", true, "([a]>(0))")));
        var swapped = new RecordingSink();
        new CheckAssembly(swapped)
                .checks(
                        TABLE,
                        List.of(
                                check("CK__8", true, "([a]>(0))"),
                                check("CK__9", true, "([b]>(0))"),
                                check("z", false, "(1=1)")));

        assertThat(sink.only(Checks.class)).isEqualTo(swapped.only(Checks.class));
        assertThat(sink.only(Checks.class).checks())
                .extracting(Check::expression)
                .containsExactly("(1=1)", "([a]>(0))", "([b]>(0))");
        assertThat(sink.parts.getFirst().systemNames())
                .containsEntry("checks/1", "CK__2")
                .containsEntry("checks/2", "CK__1")
                .hasSize(2);
    }

    @Test
    void leavesChecksUnknownWhoseExpressionTheLoginMayNotRead() {
        new CheckAssembly(sink).checks(TABLE, List.of(check("a", false, "(1=1)"), check("b", false, null)));

        assertThat(sink.parts).isEmpty();
        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(TABLE, Aspect.CHECKS));
    }

    @Test
    void putsTheColumnsOfAForeignKeyTogether() {
        new ForeignKeyAssembly(sink)
                .foreignKeys(
                        TABLE,
                        List.of(
                                foreignKey(1, "fk_z", "p", "x", "ref"),
                                foreignKey(1, "fk_z", "q", "y", "ref"),
                                foreignKey(2, "fk_a", "r", "z", "other")));

        assertThat(sink.only(ForeignKeys.class).foreignKeys())
                .containsExactly(
                        new ForeignKey(
                                "fk_a",
                                List.of("r"),
                                "dbo",
                                "other",
                                List.of("z"),
                                "set_null",
                                null,
                                false,
                                true,
                                false),
                        new ForeignKey(
                                "fk_z",
                                List.of("p", "q"),
                                "dbo",
                                "ref",
                                List.of("x", "y"),
                                "set_null",
                                null,
                                false,
                                true,
                                false));
    }

    @Test
    void leavesForeignKeysUnknownWhoseTableTheLoginMayNotSee() {
        new ForeignKeyAssembly(sink).foreignKeys(TABLE, List.of(foreignKey(1, "fk", "p", "x", null)));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(TABLE, Aspect.FOREIGN_KEYS));
    }

    private static CheckRow check(String name, boolean systemNamed, String expression) {
        return new CheckRow(7, name, systemNamed, null, expression, false, false, false);
    }

    private static ForeignKeyRow foreignKey(int id, String name, String column, String referencedColumn, String table) {
        return new ForeignKeyRow(
                7,
                id,
                name,
                false,
                "dbo",
                table,
                "SET_NULL",
                "NO_ACTION",
                false,
                true,
                false,
                column,
                referencedColumn);
    }
}

package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.catalog.EdgeConstraintRow;
import dev.granary.harvester.catalog.SecurityPolicyRow;
import dev.granary.model.Aspect;
import dev.granary.model.EdgeConstraint;
import dev.granary.model.EdgeConstraints;
import dev.granary.model.SecurityPolicy;
import dev.granary.model.SecurityPredicate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphAndPolicyAssemblyTest {

    private static final Owner OWNER = Assemblies.object(7);

    private final RecordingSink sink = new RecordingSink();

    @Test
    void namesTheNodesAnEdgeMayConnectWhateverTheirOrder() {
        new EdgeConstraintAssembly(sink)
                .constraints(OWNER, List.of(edge("person", "city", true), edge("city", "city", true)));

        assertThat(sink.only(EdgeConstraints.class).edgeConstraints())
                .containsExactly(new EdgeConstraint(
                        null,
                        List.of(
                                new EdgeConstraint.Connection("dbo", "city", "dbo", "city"),
                                new EdgeConstraint.Connection("dbo", "person", "dbo", "city")),
                        "cascade",
                        false,
                        false));
        assertThat(sink.parts.getFirst().systemNames()).containsEntry("edgeConstraints/0", "EC__1");
    }

    @Test
    void leavesEdgeConstraintsUnknownToAHiddenNode() {
        new EdgeConstraintAssembly(sink).constraints(OWNER, List.of(edge("person", null, false)));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(OWNER, Aspect.EDGE_CONSTRAINTS));
    }

    @Test
    void sortsThePredicatesOfAPolicy() {
        new SecurityPolicyAssembly(sink)
                .policy(
                        OWNER,
                        List.of(
                                predicate(1, "FILTER", null, "(f(1))"),
                                predicate(2, "BLOCK", "AFTER INSERT", "(f(2))")));

        assertThat(sink.only(SecurityPolicy.class))
                .isEqualTo(new SecurityPolicy(
                        false,
                        false,
                        false,
                        List.of(
                                new SecurityPredicate("block", "after_insert", "dbo", "orders", "(f(2))"),
                                new SecurityPredicate("filter", null, "dbo", "orders", "(f(1))"))));
    }

    @Test
    void readsAPolicyWithoutPredicates() {
        new SecurityPolicyAssembly(sink).policy(OWNER, List.of(SampleRow.of(SecurityPolicyRow.class)));

        assertThat(sink.only(SecurityPolicy.class)).isEqualTo(new SecurityPolicy(true, true, false, List.of()));
    }

    @Test
    void leavesAPolicyUnknownWhosePredicateTheLoginMayNotRead() {
        new SecurityPolicyAssembly(sink).policy(OWNER, List.of(predicate(1, "FILTER", null, null)));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(OWNER, Aspect.SECURITY_POLICY));
    }

    private static EdgeConstraintRow edge(String from, String to, boolean systemNamed) {
        return SampleRow.of(
                EdgeConstraintRow.class,
                "constraintId",
                1,
                "constraintName",
                "EC__1",
                "systemNamed",
                systemNamed,
                "onDelete",
                "CASCADE",
                "fromSchema",
                "dbo",
                "fromTable",
                from,
                "toSchema",
                "dbo",
                "toTable",
                to);
    }

    private static SecurityPolicyRow predicate(int id, String type, String operation, String text) {
        return SampleRow.of(
                SecurityPolicyRow.class,
                "enabled",
                true,
                "schemaBound",
                true,
                "predicateId",
                id,
                "predicateType",
                type,
                "operation",
                operation,
                "targetSchema",
                "dbo",
                "targetName",
                "orders",
                "predicate",
                text);
    }
}

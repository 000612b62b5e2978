package dev.granary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class GoldenEstateTest {

    private static final Pattern CREATION =
            Pattern.compile("(?m)^CREATE (TABLE|VIEW|PROC|PROCEDURE|FUNCTION|TRIGGER|SYNONYM|SEQUENCE|TYPE) ");

    private final List<GoldenDatabase> estate = GoldenEstate.load();

    @Test
    void speaksOfEveryDatabaseThatAHarvestPublishes() {
        assertThat(estate).hasSize(29);
        assertThat(estate)
                .extracting(GoldenDatabase::name)
                .contains("erp", "hr_secret", "shop", "Web Archive [2019]; 50% / \"ä\" 🛒", "tenant_001", "tenant_025")
                .doesNotContain("payroll", "erp_archive");
    }

    @Test
    void isAsRichAsTheDemoPromises() {
        assertThat(sum(body -> 1)).isEqualTo(774);
        assertThat(sum(body -> body.get("columns").size())).isEqualTo(2957);
    }

    @Test
    void hasAnObjectForEveryCreationInTheScripts() {
        assertThat(creations("saas-prod")).isEqualTo(objects("saas-prod"));
        assertThat(creations("shop-prod")).isEqualTo(objects("shop-prod"));
        // The archive's two tables, payroll's one, and three objects of hr_secret that its login may not see;
        // and a table that is dropped again.
        assertThat(creations("erp-prod")).isEqualTo(objects("erp-prod") + 7);
    }

    @Test
    void laysTheDriftOverThreeTenants() {
        var template = database("tenant_001");
        assertThat(GoldenComparison.differences(template, relabelled("tenant_002", template)))
                .isEmpty();
        assertThat(GoldenComparison.differences(template, relabelled("tenant_007", template)))
                .containsOnlyKeys("table [app].[account]");
        assertThat(GoldenComparison.differences(template, relabelled("tenant_013", template)))
                .containsOnlyKeys("procedure [app].[close_ticket]");
        assertThat(GoldenComparison.differences(template, relabelled("tenant_021", template)))
                .containsOnlyKeys("table [app].[ticket]");
    }

    @Test
    void derivesWhoRefersToATableAndItsTriggers() {
        var order = object("erp", "table [sales].[sales_order]");
        assertThat(order.get("triggers").values())
                .extracting(name -> name.stringValue())
                .containsExactly("tr_order_audit", "tr_order_due");
        assertThat(order.get("referencedBy").values())
                .extracting(reference -> reference.get("name").stringValue())
                .containsExactlyInAnyOrder("invoice", "order_line");
    }

    @Test
    void keepsTheCharactersThatPostgresCannotHold() {
        var table = object("erp", "table [dbo].[import_2019]");
        assertThat(table.get("description").stringValue()).isEqualTo("before\u0000after");
        assertThat(table.get("columns").get(3).get("description").stringValue()).isEqualTo("half a pair: \uD800.");
    }

    /** Another tenant's bodies as if they were answers about this one. */
    private List<JsonNode> relabelled(String name, GoldenDatabase as) {
        return database(name).objects().stream()
                .map(body -> body.deepCopy().put("database", as.name()).toString())
                .map(body -> JsonMapper.shared().readTree(body.replace("__*", "__made__0A1B2C3D")))
                .toList();
    }

    private GoldenDatabase database(String name) {
        return estate.stream()
                .filter(database -> database.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode object(String database, String label) {
        return database(database).objects().stream()
                .filter(body -> GoldenDatabase.label(body).equals(label))
                .findFirst()
                .orElseThrow();
    }

    private int sum(ToIntFunction<ObjectNode> of) {
        return estate.stream()
                .flatMap(database -> database.objects().stream())
                .mapToInt(of)
                .sum();
    }

    private long objects(String server) {
        return estate.stream()
                .filter(database -> database.server().equals(server))
                .mapToLong(database -> database.objects().size())
                .sum();
    }

    private static long creations(String server) {
        return EstateScripts.load().scripts(server).stream()
                .mapToLong(script -> CREATION.matcher(script.text()).results().count())
                .sum();
    }
}

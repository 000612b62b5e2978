package dev.granary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class GoldenComparisonTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final GoldenDatabase ERP = GoldenEstate.load().stream()
            .filter(database -> database.name().equals("erp"))
            .findFirst()
            .orElseThrow();

    @Test
    void findsNothingWhereTheAnswersAreTheGoldenOnes() {
        assertThat(GoldenComparison.differences(ERP, answers())).isEmpty();
    }

    @Test
    void findsExactlyTheObjectWhoseColumnWasAltered() {
        var answers = answers();
        ((ObjectNode) answer(answers, "table [stock].[item]").get("columns").get(2)).put("type", "nvarchar(201)");

        assertThat(GoldenComparison.differences(ERP, answers))
                .containsOnlyKeys("table [stock].[item]")
                .containsValue(List.of("columns[2].type: expected \"nvarchar(200)\" but was \"nvarchar(201)\""));
    }

    @Test
    void findsAMissingAndAnUnexpectedObject() {
        var answers = answers();
        answer(answers, "view [sales].[open_order]").put("name", "open_orders");

        assertThat(GoldenComparison.differences(ERP, answers))
                .containsOnlyKeys("view [sales].[open_order]", "view [sales].[open_orders]")
                .containsEntry("view [sales].[open_order]", List.of("is missing"))
                .containsEntry("view [sales].[open_orders]", List.of("is unexpected"));
    }

    @Test
    void takesANameOfTheSystemForItsPattern() {
        var golden = json("{'keys': [{'name': 'PK__*', 'systemNamed': true}]}");

        assertThat(GoldenComparison.differences(
                        golden, json("{'keys': [{'name': 'PK__country__357D4CF8A1B2C3D4', 'systemNamed': true}]}")))
                .isEmpty();
        assertThat(GoldenComparison.differences(golden, json("{'keys': [{'name': 'PK__mine', 'systemNamed': true}]}")))
                .containsExactly("keys[].name: expected \"PK__*\" but was \"PK__mine\"");
    }

    @Test
    void mindsTheOrderOfColumnsButNotOfKeys() {
        assertThat(GoldenComparison.differences(json("{'keys': [1, 2]}"), json("{'keys': [2, 1]}")))
                .isEmpty();
        assertThat(GoldenComparison.differences(json("{'columns': [1, 2]}"), json("{'columns': [2, 1]}")))
                .hasSize(2);
    }

    @Test
    void tellsAbsentFromNullAndReportsFieldsThatNoGoldenFileKnows() {
        assertThat(GoldenComparison.differences(json("{'mask': null}"), json("{}")))
                .containsExactly("mask: expected null but was absent");
        assertThat(GoldenComparison.differences(
                        json("{'columns': [{'mask': null}]}"), json("{'columns': [{'mask': null, 'since': null}]}")))
                .containsExactly("columns[0].since: unexpected null");
        assertThat(GoldenComparison.differences(json("{}"), json("{'id': 1, 'at': '2026-11-22T10:00:00Z'}")))
                .isEmpty();
    }

    @Test
    void reportsWhatAListLacksAndWhatItHasTooMany() {
        assertThat(GoldenComparison.differences(
                        json("{'columns': [1, 2], 'keys': [1, 2]}"), json("{'columns': [1], 'keys': [1]}")))
                .containsExactly("columns: lacks 2", "keys: lacks 2");
        assertThat(GoldenComparison.differences(
                        json("{'columns': [], 'keys': []}"), json("{'columns': [1], 'keys': [1]}")))
                .containsExactly("columns: unexpected 1", "keys: unexpected 1");
    }

    @Test
    void comparesNumbersByValueAndTextsWithoutTheBlanksAroundThem() {
        assertThat(GoldenComparison.differences(
                        json("{'seed': 1, 'text': 'SELECT 1'}"), json("{'seed': 1.0, 'text': 'SELECT 1\\r\\n'}")))
                .isEmpty();
        assertThat(GoldenComparison.differences(json("{'name': 'x'}"), json("{'name': 'x '}")))
                .hasSize(1);
    }

    private static List<ObjectNode> answers() {
        var answers = new ArrayList<ObjectNode>();
        ERP.objects().forEach(body -> answers.add(answered(body.deepCopy())));
        return answers;
    }

    /** What an answer has beyond the golden body, with a name where that has a pattern and another order. */
    private static ObjectNode answered(ObjectNode body) {
        body.put("id", 42).put("definitionHash", "ab12").put("at", "2026-11-22T10:00:00Z");
        body.get("keys").forEach(key -> name((ObjectNode) key, "name"));
        body.get("foreignKeys").forEach(key -> name((ObjectNode) key, "name"));
        body.get("checks").forEach(check -> name((ObjectNode) check, "name"));
        body.get("referencedBy").forEach(reference -> name((ObjectNode) reference, "foreignKey"));
        var keys = (ArrayNode) body.get("foreignKeys");
        if (!keys.isEmpty()) {
            keys.add(keys.remove(0));
        }
        return body;
    }

    private static void name(ObjectNode constraint, String field) {
        constraint.put(field, constraint.get(field).stringValue().replace("*", "whatever__0A1B2C3D"));
    }

    private static ObjectNode answer(List<ObjectNode> answers, String label) {
        return answers.stream()
                .filter(answer -> GoldenDatabase.label(answer).equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}

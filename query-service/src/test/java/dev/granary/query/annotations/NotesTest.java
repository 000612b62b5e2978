package dev.granary.query.annotations;

import static dev.granary.query.annotations.AnnotatedDatabase.NOWHERE;
import static dev.granary.query.annotations.AnnotatedDatabase.json;
import static dev.granary.query.annotations.AnnotatedDatabase.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NotesTest {

    private static AnnotatedDatabase erp;

    @BeforeAll
    static void start() throws Exception {
        erp = new AnnotatedDatabase();
    }

    @AfterAll
    static void close() throws Exception {
        erp.close();
    }

    @Test
    void writesANoteAndSaysWhereItIs() {
        var path = erp.table() + "/notes";
        var answer = erp.post(path, body("Owned by finance"));

        assertThat(answer.statusCode()).isEqualTo(201);
        var note = json(answer);
        assertThat(note.propertyNames()).containsExactly("id", "text", "by", "at");
        assertThat(note.path("text").asString()).isEqualTo("Owned by finance");
        assertThat(note.path("by").asString()).isEqualTo(erp.operator.substring(0, 12));
        assertThat(Instant.parse(note.path("at").asString())).isBeforeOrEqualTo(Instant.now());
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo(path + "/" + note.path("id").asLong());
        assertThat(erp.service.get(location).body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Größe \uD83D\uDE00 \uFDD0 \uFFFD",
                " lines\r\n\tand \"quotes\" \\ ' ; -- $1 :text \u0001 ",
                "{\"text\":null}"
            })
    void keepsATextAsItWasWritten(String text) {
        var path = erp.table() + "/notes";
        assertThat(erp.post(path, body(text)).statusCode()).isEqualTo(201);
        assertThat(erp.service.json(path).at("/items/0/text").asString()).isEqualTo(text);
    }

    @Test
    void readsABodyAsUtf8WhateverItIsDeclaredAs() {
        var path = erp.table() + "/notes";
        for (var type : List.of("application/json", "application/json;charset=UTF-8", "application/merge-patch+json")) {
            var request = HttpRequest.newBuilder(erp.service.uri(path))
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"Größe\"}"));
            var answer = erp.service.send(request, "X-API-Key", erp.operator);
            assertThat(json(answer).path("text").asString()).as(type).isEqualTo("Größe");
        }
    }

    @Test
    void listsTheLatestNotesFirstAPageAtATimeAndOfOneObjectOnly() {
        var path = erp.table() + "/notes";
        erp.post(erp.table() + "/notes", body("of another"));
        for (int number = 1; number <= 5; number++) {
            erp.post(path, body("note " + number));
        }
        var first = erp.service.json(path + "?limit=2");
        erp.post(path, body("written meanwhile"));
        var found = new ArrayList<>(texts(first));
        var page = first;
        while (!page.path("next").isNull()) {
            page = erp.service.json(
                    path + "?limit=2&cursor=" + page.path("next").asString());
            found.addAll(texts(page));
        }

        assertThat(found).containsExactly("note 5", "note 4", "note 3", "note 2", "note 1");
        problem(
                erp.service.get(erp.table() + "/notes?limit=2&cursor="
                        + first.path("next").asString()),
                400,
                "invalid-parameter");
        problem(erp.service.get(path + "?limit=1001"), 400, "invalid-parameter");
        problem(erp.service.get(path + "?nmae=x"), 400, "invalid-parameter");
    }

    @Test
    void deletesANoteOfItsObject() {
        var path = erp.table() + "/notes";
        var other = erp.table() + "/notes";
        var kept = json(erp.post(path, body("kept"))).path("id").asLong();
        var gone = json(erp.post(path, body("gone"))).path("id").asLong();

        problem(erp.delete(other + "/" + gone), 404, "not-found");
        assertThat(erp.delete(path + "/" + gone).statusCode()).isEqualTo(204);
        assertThat(problem(erp.delete(path + "/" + gone), 404, "not-found")).endsWith("has no note " + gone);
        problem(erp.service.get(path + "/" + gone), 404, "not-found");
        problem(erp.service.get(other + "/" + kept), 404, "not-found");
        assertThat(texts(erp.service.json(path))).containsExactly("kept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | invalid-parameter | text is missing: a note says something",
                "{} | invalid-parameter | text is missing: a note says something",
                "{\"text\":null} | invalid-parameter | text is missing: a note says something",
                "{\"text\":\"\"} | invalid-parameter | text is missing: a note says something",
                "{\"text\":\" \\n\"} | invalid-parameter | text is missing: a note says something",
                "{\"text\":\"a\\u0000b\"} | invalid-parameter | text must not contain U+0000, which the store cannot hold: leave it out",
                "{\"text\":\"a\\ud800b\"} | invalid-parameter | text must not contain half a surrogate pair, which the store cannot hold: leave it out",
                "{\"text\":\"a\\udc00\"} | invalid-parameter | text must not contain half a surrogate pair, which the store cannot hold: leave it out",
                "{\"text\":5} | bad-request | text must be a text",
                "{\"text\":[\"a\"]} | bad-request | text must be a text",
                "{\"text\":\"a\",\"txet\":\"b\"} | bad-request | There is no field txet here; known are text",
                "{\"text\":\"a\" | bad-request | The body is no JSON",
                "text=a | bad-request | The body is no JSON",
                "[] | bad-request | The body must be a JSON object",
            })
    void saysWhatIsWrongWithABody(String body, String type, String detail) {
        var path = erp.table() + "/notes";
        assertThat(problem(erp.post(path, body), 400, type)).isEqualTo(detail);
        assertThat(erp.service.json(path).path("items")).isEmpty();
    }

    @Test
    void takesTenThousandCharactersAndNotOneMore() {
        var path = erp.table() + "/notes";
        var longest = "\uD83D\uDE00".repeat(NoteText.LONGEST);
        assertThat(json(erp.post(path, body(longest))).path("text").asString()).isEqualTo(longest);
        assertThat(problem(erp.post(path, body(longest + "x")), 400, "invalid-parameter"))
                .isEqualTo("text has 10001 characters, and a note at most 10000: write several");
    }

    @Test
    void takesAThousandNotesOfAnObjectAndNotOneMore() {
        var table = erp.table();
        erp.catalogue
                .sql()
                .sql("INSERT INTO granary.object_note (object_id, text, written_by)"
                        + " SELECT ?, 'note ' || n, 'test' FROM generate_series(2, 1000) AS n")
                .param(Integer.parseInt(table.substring(table.lastIndexOf('/') + 1)))
                .update();
        assertThat(erp.post(table + "/notes", body("the last")).statusCode()).isEqualTo(201);
        assertThat(problem(erp.post(table + "/notes", body("one more")), 409, "conflict"))
                .endsWith("has 1000 notes, and more it may not have: delete one first");
        assertThat(erp.service.json(table + "/notes?limit=1000").path("items")).hasSize(1000);
    }

    @Test
    void refusesABodyThatIsDeclaredToBeNoJson() {
        var request = HttpRequest.newBuilder(erp.service.uri(erp.table() + "/notes"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("text=a"));
        problem(erp.service.send(request, "X-API-Key", erp.operator), 415, "unsupported-media-type");
    }

    @Test
    void knowsNoObjectThatWasNeverHarvestedAndEveryOneThatWas() {
        var path = NOWHERE + "/notes";
        problem(erp.service.get(path), 404, "not-found");
        problem(erp.service.get(path + "/1"), 404, "not-found");
        problem(erp.delete(path + "/1"), 404, "not-found");
        assertThat(problem(erp.post(path, body("a")), 404, "not-found")).isEqualTo("There is no object 4711");
        problem(erp.service.get(erp.table() + "/notes/x"), 400, "invalid-parameter");
        problem(erp.service.get(erp.table() + "/notes/" + Long.MAX_VALUE), 404, "not-found");

        var gone = erp.gone() + "/notes";
        assertThat(erp.post(gone, body("Dropped on purpose")).statusCode()).isEqualTo(201);
        assertThat(texts(erp.service.json(gone))).containsExactly("Dropped on purpose");
    }

    @Test
    void letsReadersReadAndOperatorsAloneWrite() {
        var path = erp.table() + "/notes";
        var note = path + "/" + json(erp.post(path, body("a"))).path("id").asLong();
        for (var key : List.of(erp.reader, erp.querier)) {
            assertThat(erp.send("GET", path, key, "").statusCode()).isEqualTo(200);
            assertThat(erp.send("GET", note, key, "").statusCode()).isEqualTo(200);
            problem(erp.send("POST", path, key, body("b")), 403, "forbidden");
            problem(erp.send("DELETE", note, key, ""), 403, "forbidden");
        }
        for (var method : List.of("GET", "DELETE")) {
            problem(erp.send(method, note, "granary_nobody", ""), 401, "unauthorized");
        }
        problem(erp.send("POST", path, "granary_nobody", body("b")), 401, "unauthorized");
        var refused = erp.send("PUT", note, erp.operator, body("changed"));
        problem(refused, 405, "method-not-allowed");
        assertThat(refused.headers().firstValue("Allow")).contains("DELETE, GET");
        assertThat(texts(erp.service.json(path))).containsExactly("a");
    }

    @Test
    void isDescribedAsOpenApi() {
        var paths = erp.service.json("/api/v1/openapi").path("paths");
        var notes = paths.path("/api/v1/objects/{id}/notes");
        assertThat(notes.propertyNames()).containsExactlyInAnyOrder("get", "post");
        var post = notes.path("post");
        assertThat(post.path("responses").propertyNames())
                .contains("201", "400", "401", "403", "404", "409", "415", "503")
                .doesNotContain("200");
        assertThat(post.at("/responses/201/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/NoteView");
        assertThat(post.at("/requestBody/required").asBoolean()).isTrue();
        assertThat(post.at("/requestBody/content/application~1json/schema").toString())
                .contains("\"required\":[\"text\"]", "\"properties\":{\"text\":{\"type\":\"string\"}}");
        assertThat(notes.at("/get/responses").propertyNames()).contains("200").doesNotContain("409");
        assertThat(paths.path("/api/v1/objects/{id}/notes/{note}").propertyNames())
                .containsExactlyInAnyOrder("get", "delete");
        assertThat(paths.at("/~1api~1v1~1harvests/post/requestBody/required").asBoolean(false))
                .isFalse();
    }

    private static String body(String text) {
        return JsonMapper.shared().writeValueAsString(Map.of("text", text));
    }

    private static List<String> texts(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("text").asString())
                .toList();
    }
}

package dev.granary.query.annotations;

import static dev.granary.query.annotations.AnnotatedDatabase.NOWHERE;
import static dev.granary.query.annotations.AnnotatedDatabase.json;
import static dev.granary.query.annotations.AnnotatedDatabase.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TagsTest {

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
    void putsATagOnOnceHoweverOftenItIsAskedFor() {
        var table = erp.table();
        var first = erp.put(table + "/tags/pii");
        var again = erp.put(table + "/tags/pii");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(json(first).path("tag").asString()).isEqualTo("pii");
        assertThat(json(first).path("by").asString()).isEqualTo(erp.operator.substring(0, 12));
        assertThat(Instant.parse(json(first).path("at").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(erp.service.json(table + "/tags").toString())
                .isEqualTo("{\"items\":[%s],\"next\":null}".formatted(first.body()));
    }

    @Test
    void takesATagOffAlsoOneThatIsNotThere() {
        var table = erp.table();
        erp.put(table + "/tags/pii");
        erp.put(table + "/tags/core");

        for (int time = 0; time < 2; time++) {
            var answer = erp.delete(table + "/tags/pii");
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(tags(erp.service.json(table + "/tags"))).containsExactly("core");
    }

    @Test
    void listsTagsInTheOrderOfTheirBytesAPageAtATime() {
        var table = erp.table();
        for (var tag : List.of("b", "a_b", "a-b", "a.b", "a0", "0")) {
            assertThat(erp.put(table + "/tags/" + tag).statusCode()).isEqualTo(200);
        }
        var found = new ArrayList<String>();
        var page = erp.service.json(table + "/tags?limit=4");
        found.addAll(tags(page));
        assertThat(found).hasSize(4);
        page = erp.service.json(
                table + "/tags?limit=4&cursor=" + page.path("next").asString());
        found.addAll(tags(page));

        assertThat(page.path("next").isNull()).isTrue();
        assertThat(found).containsExactly("0", "a-b", "a.b", "a0", "a_b", "b");
        problem(erp.service.get(table + "/tags?cursor=AAAA"), 400, "invalid-parameter");
        problem(erp.service.get(table + "/tags?limit=0"), 400, "invalid-parameter");
        problem(erp.service.get(table + "/tags?tag=a"), 400, "invalid-parameter");
    }

    @Test
    void tellsTheTagsWithTheObjectAndChangesItsETagWithThem() {
        var table = erp.table();
        var before = erp.service.get(table);
        assertThat(json(before).path("tags")).isEmpty();

        erp.put(table + "/tags/pii");
        erp.put(table + "/tags/core");
        var etag = before.headers().firstValue("ETag").orElseThrow();
        var tagged = conditional(table, etag);
        assertThat(tagged.statusCode()).isEqualTo(200);
        assertThat(json(tagged).path("tags").toString()).isEqualTo("[\"core\",\"pii\"]");
        assertThat(conditional(table, tagged.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(json(tagged).path("definitionHash")).isEqualTo(json(before).path("definitionHash"));

        erp.delete(table + "/tags/pii");
        erp.delete(table + "/tags/core");
        assertThat(conditional(table, etag).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PII", "-a", ".a", "a%20b", "a,b", "a:b", "%C3%A9", "a%0A", "a*"})
    void refusesWhatIsNoTag(String tag) {
        var table = erp.table();
        assertThat(problem(erp.put(table + "/tags/" + tag), 400, "invalid-parameter"))
                .startsWith("tag must be 1 to 63 of the characters");
        assertThat(problem(erp.delete(table + "/tags/" + tag), 400, "invalid-parameter"))
                .startsWith("tag must be");
    }

    @Test
    void takesATagOf63CharactersAndNoneOf64() {
        var table = erp.table();
        assertThat(erp.put(table + "/tags/" + "a".repeat(63)).statusCode()).isEqualTo(200);
        problem(erp.put(table + "/tags/" + "a".repeat(64)), 400, "invalid-parameter");
    }

    @Test
    void knowsNoObjectThatWasNeverHarvestedAndEveryOneThatWas() {
        assertThat(problem(erp.service.get(NOWHERE + "/tags"), 404, "not-found"))
                .isEqualTo("There is no object 4711");
        problem(erp.put(NOWHERE + "/tags/pii"), 404, "not-found");
        problem(erp.delete(NOWHERE + "/tags/pii"), 404, "not-found");
        problem(erp.put("/api/v1/objects/x/tags/pii"), 400, "invalid-parameter");

        var gone = erp.gone();
        assertThat(erp.put(gone + "/tags/pii").statusCode()).isEqualTo(200);
        assertThat(tags(erp.service.json(gone + "/tags"))).containsExactly("pii");
        problem(erp.service.get(gone), 404, "not-found");
    }

    @Test
    void letsReadersReadAndOperatorsAloneWrite() {
        var path = erp.table() + "/tags";
        for (var key : List.of(erp.reader, erp.querier)) {
            assertThat(erp.send("GET", path, key, "").statusCode()).isEqualTo(200);
            assertThat(problem(erp.send("PUT", path + "/pii", key, ""), 403, "forbidden"))
                    .contains("operator");
            problem(erp.send("DELETE", path + "/pii", key, ""), 403, "forbidden");
        }
        for (var method : List.of("GET", "PUT", "DELETE")) {
            problem(erp.send(method, path + "/pii", "granary_nobody", ""), 401, "unauthorized");
        }
        var refused = erp.post(path, "{}");
        problem(refused, 405, "method-not-allowed");
        assertThat(refused.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void carriesFiftyTagsAndNoMoreHoweverManyAskAtOnce() throws Exception {
        var table = erp.table();
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int tag = 0; tag < Tags.MOST + 10; tag++) {
                var path = table + "/tags/t" + tag;
                answers.add(threads.submit(() -> erp.put(path)));
            }
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get().statusCode());
        }
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(Tags.MOST);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(10);
        var present = tags(erp.service.json(table + "/tags?limit=1000"));
        assertThat(present).hasSize(Tags.MOST);

        assertThat(problem(erp.put(table + "/tags/more"), 409, "conflict"))
                .endsWith("has 50 tags, and more it may not have: take one away first");
        assertThat(erp.put(table + "/tags/" + present.getFirst()).statusCode()).isEqualTo(200);
        erp.delete(table + "/tags/" + present.getFirst());
        assertThat(erp.put(table + "/tags/more").statusCode()).isEqualTo(200);
    }

    @Test
    void takesOneTagFromManyWhoPutItOnOrTakeItOffAtOnce() throws Exception {
        var path = erp.table() + "/tags/pii";
        for (var method : List.of("PUT", "DELETE")) {
            var answers = new ArrayList<Future<HttpResponse<String>>>();
            try (var threads = Executors.newFixedThreadPool(8)) {
                IntStream.range(0, 16)
                        .forEach(_ -> answers.add(threads.submit(() -> erp.send(method, path, erp.operator, ""))));
            }
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isIn(200, 204);
            }
        }
    }

    @Test
    void isDescribedAsOpenApi() {
        var path = erp.service.json("/api/v1/openapi").path("paths").path("/api/v1/objects/{id}/tags/{tag}");
        assertThat(path.propertyNames()).containsExactlyInAnyOrder("put", "delete");
        var put = path.path("put");
        assertThat(put.path("responses").propertyNames()).contains("200", "400", "401", "403", "404", "409", "503");
        assertThat(put.at("/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/TagView");
        assertThat(put.path("requestBody").isMissingNode()).isTrue();
        assertThat(put.path("parameters")
                        .valueStream()
                        .map(p -> p.at("/schema/pattern").asString("")))
                .containsExactlyInAnyOrder("", Tag.PATTERN);
        assertThat(put.path("parameters").toString()).doesNotContain("caller");
        var delete = path.path("delete").path("responses");
        assertThat(delete.propertyNames()).contains("204", "404").doesNotContain("200", "409");
        assertThat(delete.path("204").path("content").isMissingNode()).isTrue();
    }

    private static HttpResponse<String> conditional(String path, String etag) {
        return erp.service.get(path, "X-API-Key", erp.reader, "If-None-Match", etag);
    }

    private static List<String> tags(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("tag").asString())
                .toList();
    }
}

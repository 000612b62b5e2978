package dev.granary.query.lookup;

import static dev.granary.query.lookup.ErpDatabase.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.query.TestService;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists of servers, databases, schemas and objects: filtered, paged, complete. */
class ListingTest {

    private static final String ERP = ErpDatabase.PATH;

    private static ErpDatabase database;
    private static TestService service;

    @BeforeAll
    static void fill() throws Exception {
        database = new ErpDatabase();
        service = database.service;
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @Test
    void filtersByPatternWithoutRegardToCase() {
        assertThat(names(service.json(ERP + "/objects?schema=SAL*&name=?ust*"))).containsExactly("Customer");
        assertThat(names(service.json(ERP + "/objects?name=" + encoded("grÖSSE*"))))
                .isEmpty();
        assertThat(names(service.json(ERP + "/objects?name=" + encoded("GRÖß?_%[X]"))))
                .containsExactly("Größe_%[x]");
        assertThat(names(service.json(ERP + "/objects?name=" + encoded("gr\\öße\\_*"))))
                .containsExactly("Größe_%[x]");
        assertThat(names(service.json(ERP + "/objects?kind=trigger"))).containsExactly("tr_customer");
        assertThat(service.get(ERP + "/objects?kind=tabel").body())
                .contains("/problems/invalid-parameter")
                .contains("inline_function");
    }

    @Test
    void readsAListToItsEndPageByPage() {
        var all = names(service.json(ERP + "/objects"));
        assertThat(all).hasSize(8);
        var paged = new ArrayList<String>();
        var page = service.json(ERP + "/objects?limit=3");
        while (true) {
            paged.addAll(names(page));
            if (page.path("next").isNull()) {
                break;
            }
            page = service.json(
                    ERP + "/objects?limit=3&cursor=" + page.path("next").asString());
        }
        assertThat(paged).isEqualTo(all);
        var foreign = service.json("/api/v1/servers/erp-prod/databases?limit=1")
                .path("next")
                .asString();
        assertThat(service.get(ERP + "/objects?cursor=" + foreign).statusCode()).isEqualTo(400);
        assertThat(service.get(ERP + "/objects?cursor=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void filtersByTagBesideTheOtherFilters() {
        for (var object : service.json(ERP + "/objects").path("items")) {
            if (!object.path("schema").asString().equals("dbo")
                    || object.path("kind").asString().equals("procedure")) {
                put(object.path("id").asInt(), "pii");
            }
        }
        put(database.customer, "core");

        var tagged = names(service.json(ERP + "/objects?tag=pii"));
        assertThat(tagged).hasSize(5).containsAll(List.of("hidden", "Same", "Customer", "Order", "tr_customer"));
        assertThat(names(service.json(ERP + "/objects?tag=core"))).containsExactly("Customer");
        assertThat(names(service.json(ERP + "/objects?tag=pii&schema=SAL*&kind=table")))
                .containsExactly("Customer", "Order");
        assertThat(names(service.json("/api/v1/databases/" + database.erp + "/objects?tag=pii")))
                .isEqualTo(tagged);
        assertThat(names(service.json(ERP + "/objects?tag=nobody"))).isEmpty();
        assertThat(service.get(ERP + "/objects?tag=PII").statusCode()).isEqualTo(400);

        var first = service.json(ERP + "/objects?tag=pii&limit=2");
        var cursor = first.path("next").asString();
        var rest = service.json(ERP + "/objects?tag=pii&limit=3&cursor=" + cursor);
        assertThat(Stream.of(first, rest).flatMap(page -> names(page).stream())).containsExactlyElementsOf(tagged);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(service.get(ERP + "/objects?tag=core&cursor=" + cursor).statusCode())
                .isEqualTo(400);
    }

    @Test
    void listsServersDatabasesAndSchemas() {
        assertThat(service.json("/api/v1/servers").toString())
                .isEqualTo(
                        "{\"items\":[{\"name\":\"erp-prod\",\"environment\":\"prod\",\"tags\":[\"erp\",\"core\"],"
                                + "\"version\":\"16.0.1000.6\",\"enabled\":true,\"status\":\"reachable\",\"health\":null,\"pause\":null,\"breaker\":null}],\"next\":null}");
        var one = service.json(ERP);
        assertThat(one.toString())
                .isEqualTo(
                        ("{\"id\":%d,\"server\":\"erp-prod\",\"name\":\"ERP\",\"collation\":\"Latin1_General_100_CI_AS\","
                                        + "\"state\":\"ONLINE\",\"status\":\"current\",\"reason\":null,\"objects\":7,\"columns\":12,"
                                        + "\"snapshot\":{\"sequence\":1,\"at\":\"2026-11-22T10:00:05Z\",\"mode\":\"full\",\"treeHash\":\"%s\","
                                        + "\"sections\":{\"columns\":\"complete\"},"
                                        + "\"reasons\":{\"columns\":\"without sys.masked_columns\"},"
                                        + "\"crossCheck\":{\"agrees\":false,\"tables\":{\"sys\":7,\"informationSchema\":8},"
                                        + "\"columns\":{\"sys\":12,\"informationSchema\":12}}},\"openHolds\":0}")
                                .formatted(
                                        database.erp,
                                        one.path("snapshot").path("treeHash").asString()));
        assertThat(service.json("/api/v1/databases/" + database.erp)).isEqualTo(one);
        assertThat(service.json("/api/v1/databases?server=erp-prod&database=ERP")
                        .path("items")
                        .get(0))
                .isEqualTo(one);
        assertThat(service.json(ERP + "/schemas").toString())
                .isEqualTo("{\"items\":[{\"name\":\"hr\",\"owner\":null,\"description\":null},"
                        + "{\"name\":\"sales\",\"owner\":\"dbo\",\"description\":null}],\"next\":null}");
    }

    @Test
    void tellsADatabaseThatWasNeverReadFromAnEmptyOne() {
        var rows = service.json("/api/v1/databases?server=erp-prod&database=" + encoded("a/b c"))
                .path("items");
        assertThat(rows.get(0).path("status").asString()).isEqualTo("never");
        assertThat(rows.get(0).path("reason").asString()).isEqualTo("offline");
        var answer = service.get("/api/v1/databases/%d/objects".formatted(database.empty));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-harvested").contains("offline");
    }

    private static void put(int object, String tag) {
        var request = HttpRequest.newBuilder(service.uri("/api/v1/objects/%d/tags/%s".formatted(object, tag)))
                .PUT(HttpRequest.BodyPublishers.noBody());
        assertThat(service.send(request).statusCode()).isEqualTo(200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

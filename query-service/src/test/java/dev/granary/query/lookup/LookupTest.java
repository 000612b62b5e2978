package dev.granary.query.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.model.Aspect;
import dev.granary.model.Check;
import dev.granary.model.Checks;
import dev.granary.model.Column;
import dev.granary.model.Columns;
import dev.granary.model.Description;
import dev.granary.model.Descriptions;
import dev.granary.model.ForeignKey;
import dev.granary.model.ForeignKeys;
import dev.granary.model.Identity;
import dev.granary.model.Index;
import dev.granary.model.IndexColumn;
import dev.granary.model.Indexes;
import dev.granary.model.Key;
import dev.granary.model.Keys;
import dev.granary.model.ModuleText;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import dev.granary.model.PartitionFunction;
import dev.granary.model.SchemaOptions;
import dev.granary.model.TriggerOptions;
import dev.granary.query.TestCatalogue;
import dev.granary.query.TestService;
import dev.granary.query.TestStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LookupTest {

    private static final String ERP = "/api/v1/servers/erp-prod/databases/ERP";
    private static final String LONE = "lone\ud800\u0000";

    private static TestStore store;
    private static Connection connection;
    private static TestService service;
    private static int erp;
    private static int empty;
    private static int customer;

    @BeforeAll
    static void fill() throws Exception {
        store = TestStore.start();
        connection = store.superuser();
        var catalogue = new TestCatalogue(connection);
        int server = catalogue.server("erp-prod");
        erp = catalogue.database(server, "ERP", "Latin1_General_100_CI_AS");
        empty = catalogue.database(server, "a/b c", "Latin1_General_100_CI_AS");
        catalogue
                .sql()
                .sql("UPDATE granary.database SET stale_reason = 'offline', stale_since = now() WHERE id = ?")
                .param(empty)
                .update();
        customer = catalogue.place(
                erp, ObjectKind.TABLE, "sales", "Customer", customer(), Map.of("keys/0", "PK__Customer__1"));
        catalogue.place(
                erp,
                ObjectKind.TABLE,
                "sales",
                "Order",
                order(),
                Map.of("foreignKeys/0", "FK__Order__1", "checks/0", "CK__Order__1"));
        catalogue.place(
                erp,
                ObjectKind.TRIGGER,
                "sales",
                "tr_customer",
                Map.of(
                        Aspect.TRIGGER, new TriggerOptions("sales", "Customer", List.of("insert"), false, false, false),
                        Aspect.TEXT,
                                new ModuleText("CREATE TRIGGER ...", false, false, false, false, false, null, false)),
                null);
        var denied = new HashMap<Aspect, @Nullable PartContent>();
        denied.put(Aspect.TEXT, null);
        catalogue.place(erp, ObjectKind.PROCEDURE, "dbo", "hidden", denied, null);
        catalogue.place(erp, ObjectKind.PROCEDURE, "dbo", "Same", Map.of(), null);
        catalogue.place(erp, ObjectKind.ALIAS_TYPE, "dbo", "Same", Map.of(), null);
        catalogue.place(erp, ObjectKind.VIEW, "dbo", "Größe_%[x]", Map.of(), null);
        catalogue.place(
                erp,
                ObjectKind.TABLE,
                "dbo",
                LONE,
                Map.of(
                        Aspect.DESCRIPTIONS,
                        new Descriptions(List.of(new Description(null, null, "MS_Description", "x\udc00 😀")))),
                null);
        catalogue.place(erp, ObjectKind.SCHEMA, null, "sales", Map.of(Aspect.SCHEMA, new SchemaOptions("dbo")), null);
        catalogue.place(erp, ObjectKind.SCHEMA, null, "hr", Map.of(), null);
        catalogue.place(
                erp,
                ObjectKind.PARTITION_FUNCTION,
                null,
                "by_day",
                Map.of(Aspect.PARTITION_FUNCTION, new PartitionFunction("date", true, List.of("2024-01-01"))),
                null);
        catalogue.place(
                erp,
                ObjectKind.DATABASE_TRIGGER,
                null,
                "guard",
                Map.of(Aspect.TRIGGER, new TriggerOptions(null, null, List.of("drop_table"), false, false, false)),
                null);
        catalogue.snapshot(erp, 1);
        service = new TestService(store);
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
        connection.close();
        store.close();
    }

    @Test
    void tellsAllOfATable() {
        var body = service.json(ERP + "/object?schema=sales&name=Order");
        assertThat(body.toString()).isEqualTo("""
                {"id":%d,"kind":"table","server":"erp-prod","database":"ERP","schema":"sales","name":"Order","definitionHash":"%s",\
                "treeHash":"%s","at":"2026-11-22T10:00:05Z","description":null,\
                "columns":[{"ordinal":1,"name":"id","type":"int","nullable":false,"default":null,"defaultName":null,"computed":null,\
                "persisted":false,"identity":null,"collation":null,"mask":null,"description":null,"classification":null,"sparse":false,"columnSet":false,\
                "rowGuid":false,"generatedAlways":null,"hidden":false,"encryption":null,"xmlSchema":null,"xmlDocument":false,\
                "graph":null,"fileStream":false},\
                {"ordinal":2,"name":"customer","type":"int","nullable":true,"default":"((0))","defaultName":"df","computed":null,\
                "persisted":false,"identity":null,"collation":null,"mask":null,"description":null,"classification":null,"sparse":false,"columnSet":false,\
                "rowGuid":false,"generatedAlways":null,"hidden":false,"encryption":null,"xmlSchema":null,"xmlDocument":false,\
                "graph":null,"fileStream":false}],\
                "keys":[],"indexes":[{"name":"ix","unique":true,"type":"nonclustered","columns":[{"name":"customer","descending":true}],\
                "included":["id"],"filter":"([id]>(1))","disabled":false,"ignoreDuplicates":false,"bucketCount":0,\
                "order":[],"compressionDelay":0,"xml":null,"spatial":null}],\
                "foreignKeys":[{"name":"FK__Order__1","systemNamed":true,"columns":["customer"],\
                "referenced":{"schema":"sales","name":"Customer","columns":["id"]},"onDelete":"cascade","onUpdate":"no_action",\
                "disabled":false,"trusted":true}],"referencedBy":[],\
                "checks":[{"name":"CK__Order__1","systemNamed":true,"column":"id","expression":"([id]>(0))","disabled":false,\
                "trusted":false}],"triggers":[],"parameters":[],"text":null,"textStatus":"none","target":null,"trigger":null,\
                "sequence":null,"aliasOf":null,"table":null,"edgeConstraints":[],"securityPolicy":null,\
                "numberedProcedures":[],"clr":null,"assembly":null,"xmlNamespaces":[],"fulltext":null,"partitionFunction":null,\
                "partitionScheme":null,"storage":[],"statistics":[],"dependsOn":[],"referencedByCode":[],"rows":null,\
                "reservedBytes":null,"unknown":[],"unconfirmed":false}\
                """.formatted(
                        body.path("id").asInt(),
                        body.path("definitionHash").asString(),
                        body.path("treeHash").asString()));
    }

    @Test
    void listsAndTellsWhatLivesInNoSchema() {
        var listed = service.json(ERP + "/database-objects?limit=1");
        assertThat(names(listed)).containsExactly("guard");
        var rest = service.json(
                ERP + "/database-objects?limit=1&cursor=" + listed.path("next").asString());
        assertThat(names(rest)).containsExactly("by_day");
        assertThat(rest.path("next").isNull()).isTrue();

        var guard = service.json(ERP + "/object?name=GUARD&kind=database_trigger");
        assertThat(guard.path("schema").isNull()).isTrue();
        assertThat(guard.path("trigger").toString())
                .isEqualTo(
                        "{\"schema\":null,\"table\":null,\"events\":[\"drop_table\"],\"insteadOf\":false,\"disabled\":false}");
        var function = service.json("/api/v1/objects/" + rest.at("/items/0/id").asInt());
        assertThat(function.path("partitionFunction").toString())
                .isEqualTo("{\"type\":\"date\",\"right\":true,\"boundaries\":[\"2024-01-01\"]}");
        assertThat(service.get(ERP + "/object?name=by_day&kind=partition_function")
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.get(ERP + "/object?name=guard&kind=assembly").statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsWhoRefersToATableAndWhatFiresOnIt() {
        var body = service.json("/api/v1/objects/" + customer);
        assertThat(body.path("referencedBy").toString())
                .isEqualTo("[{\"schema\":\"sales\",\"name\":\"Order\",\"foreignKey\":\"FK__Order__1\"}]");
        assertThat(body.path("triggers").toString()).isEqualTo("[\"tr_customer\"]");
        assertThat(body.path("description").asString()).isEqualTo("Who buys");
        assertThat(body.path("columns").get(0).path("description").asString()).isEqualTo("The number");
        assertThat(body.path("columns").get(0).path("identity").toString()).isEqualTo("{\"seed\":1,\"increment\":10}");
        assertThat(body.path("keys").toString())
                .isEqualTo(
                        "[{\"name\":\"PK__Customer__1\",\"systemNamed\":true,"
                                + "\"kind\":\"primary_key\",\"columns\":[\"id\",\"region\"],\"descendingColumns\":[\"region\"],\"type\":\"clustered\",\"bucketCount\":0}]");
    }

    @Test
    void findsNamesUnderTheDatabasesCollation() {
        assertThat(service.json(ERP + "/object?schema=SALES&name=customer")
                        .path("id")
                        .asInt())
                .isEqualTo(customer);
        assertThat(service.json("/api/v1/servers/erp-prod/databases/erp/object?schema=sales&name=CUSTOMER")
                        .path("id")
                        .asInt())
                .isEqualTo(customer);
        assertThat(service.get(ERP + "/object?schema=sales&name=Custömer").statusCode())
                .isEqualTo(404);
    }

    @Test
    void asksWhichObjectIsMeantWhereTheNameIsAmbiguous() {
        var answer = service.get(ERP + "/object?schema=dbo&name=same");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("/problems/ambiguous-name").contains("\"candidates\":[{\"id\":");
        assertThat(service.json(ERP + "/object?schema=dbo&name=same&kind=alias_type")
                        .path("kind")
                        .asString())
                .isEqualTo("alias_type");
    }

    @Test
    void tellsTextThatIsDeniedFromNone() {
        var body = service.json(ERP + "/object?schema=dbo&name=hidden");
        assertThat(body.path("textStatus").asString()).isEqualTo("denied");
        assertThat(body.path("unknown").toString()).isEqualTo("[\"text\"]");
    }

    @Test
    void writesValidJsonWhateverANameContains() {
        var names = names(service.json(ERP + "/objects?schema=dbo&name=lone*"));
        assertThat(names).containsExactly(LONE);
        var raw = service.get(ERP + "/objects?schema=dbo&name=lone*").body();
        assertThat(raw).contains("lone\\uD800\\u0000");
        int id = service.json(ERP + "/objects?schema=dbo&name=lone*")
                .path("items")
                .get(0)
                .path("id")
                .asInt();
        assertThat(service.json("/api/v1/objects/" + id).path("description").asString())
                .isEqualTo("x\udc00 😀");
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
                                        erp,
                                        one.path("snapshot").path("treeHash").asString()));
        assertThat(service.json("/api/v1/databases/" + erp)).isEqualTo(one);
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
        var answer = service.get("/api/v1/databases/%d/objects".formatted(empty));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-harvested").contains("offline");
    }

    @Test
    void saysHowOldAnAnswerIsOnAnUnchangedOneToo() {
        var first = service.get(ERP + "/object?schema=sales&name=Order");
        var etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Granary-Snapshot-At")).contains("2026-11-22T10:00:05Z");
        var again = service.get(
                ERP + "/object?schema=sales&name=Order", "X-API-Key", TestService.KEY.reveal(), "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Granary-Verified-At")).contains("2026-11-22T10:00:05Z");
        assertThat(again.headers().firstValue("Granary-Stale")).contains("false");
    }

    private static List<String> names(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<Aspect, PartContent> customer() {
        return Map.of(
                Aspect.COLUMNS,
                new Columns(List.of(column("id", null, new Identity("1", "10", false)), column("region", null, null))),
                Aspect.KEYS,
                new Keys(List.of(new Key(
                        null,
                        "primary_key",
                        "clustered",
                        List.of(new IndexColumn("id", false), new IndexColumn("region", true)),
                        false,
                        false))),
                Aspect.DESCRIPTIONS,
                new Descriptions(List.of(
                        new Description(null, null, "MS_Description", "Who buys"),
                        new Description("column", "id", "MS_Description", "The number"))));
    }

    private static Map<Aspect, PartContent> order() {
        return Map.of(
                Aspect.COLUMNS,
                new Columns(List.of(
                        column("id", null, null),
                        new Column(
                                "customer",
                                "int",
                                true,
                                "((0))",
                                "df",
                                null,
                                false,
                                null,
                                null,
                                null,
                                false,
                                false,
                                false,
                                null,
                                false))),
                Aspect.INDEXES,
                new Indexes(List.of(new Index(
                        "ix",
                        "nonclustered",
                        true,
                        List.of(new IndexColumn("customer", true)),
                        List.of("id"),
                        "([id]>(1))",
                        false,
                        false))),
                Aspect.FOREIGN_KEYS,
                new ForeignKeys(List.of(new ForeignKey(
                        null,
                        List.of("customer"),
                        "sales",
                        "Customer",
                        List.of("id"),
                        "cascade",
                        null,
                        false,
                        false,
                        false))),
                Aspect.CHECKS,
                new Checks(List.of(new Check(null, "id", "([id]>(0))", false, true, false))));
    }

    private static Column column(String name, @Nullable String computed, @Nullable Identity identity) {
        return new Column(
                name, "int", false, null, null, computed, false, identity, null, null, false, false, false, null,
                false);
    }
}

package dev.granary.query.lookup;

import static dev.granary.query.lookup.ErpDatabase.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.query.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told of one object, and how it is found. */
class LookupTest {

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
                "reservedBytes":null,"unknown":[],"unconfirmed":false,"tags":[]}\
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
        var body = service.json("/api/v1/objects/" + database.customer);
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
                .isEqualTo(database.customer);
        assertThat(service.json("/api/v1/servers/erp-prod/databases/erp/object?schema=sales&name=CUSTOMER")
                        .path("id")
                        .asInt())
                .isEqualTo(database.customer);
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
        assertThat(names).containsExactly(ErpDatabase.LONE);
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
}

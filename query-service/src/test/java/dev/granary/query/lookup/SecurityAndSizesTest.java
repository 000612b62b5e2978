package dev.granary.query.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.model.Aspect;
import dev.granary.model.Classification;
import dev.granary.model.ClassifiedColumn;
import dev.granary.model.Column;
import dev.granary.model.Columns;
import dev.granary.model.Dependencies;
import dev.granary.model.Dependency;
import dev.granary.model.Memberships;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import dev.granary.model.Permission;
import dev.granary.model.Permissions;
import dev.granary.model.PrincipalOptions;
import dev.granary.query.TestCatalogue;
import dev.granary.query.TestService;
import dev.granary.query.TestStore;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecurityAndSizesTest {

    private static final String ERP = "/api/v1/servers/erp-prod/databases/ERP";

    private static TestStore store;
    private static Connection connection;
    private static TestService service;
    private static TestCatalogue catalogue;
    private static int table;

    @BeforeAll
    static void fill() throws Exception {
        store = TestStore.start();
        connection = store.superuser();
        catalogue = new TestCatalogue(connection);
        int server = catalogue.server("erp-prod");
        int erp = catalogue.database(server, "ERP", "Latin1_General_100_CI_AS");
        placePrincipals(erp);
        var column = new Column(
                "email",
                "varchar(200)",
                true,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                false);
        table = catalogue.place(
                erp,
                ObjectKind.TABLE,
                "sales",
                "Customer",
                Map.of(
                        Aspect.COLUMNS,
                        new Columns(List.of(column)),
                        Aspect.CLASSIFICATION,
                        new Classification(
                                List.of(new ClassifiedColumn("email", "Confidential", "Contact Info", "medium")))),
                null);
        catalogue.place(
                erp,
                ObjectKind.PROCEDURE,
                "sales",
                "total",
                Map.of(
                        Aspect.DEPENDENCIES,
                        new Dependencies(List.of(
                                dependency(null, null, "sales", "Customer", true, null),
                                dependency(null, "archive", "dbo", "Old", false, "other_database")))),
                null);
        catalogue.snapshot(erp, 1);
        run(
                "UPDATE granary.snapshot SET sections = '{\"principals\":{\"status\":\"denied\",\"reason\":\"grant it\"}}'");
        measures(erp);
        facts();
        service = new TestService(store);
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
        connection.close();
        store.close();
    }

    @Test
    void listsWhoMayDoWhatAndHowItWasRead() {
        var page = service.json(ERP + "/principals?name=a*");

        assertThat(page.path("items").toString())
                .isEqualTo(
                        "[{\"name\":\"Anna\",\"kind\":\"database_user\",\"type\":\"sql_user\",\"authentication\":\"instance\","
                                + "\"defaultSchema\":\"sales\",\"owner\":null,\"roles\":[\"clerks\"],"
                                + "\"permissions\":[{\"state\":\"deny\",\"permission\":\"SELECT\",\"on\":\"column\",\"schema\":\"sales\","
                                + "\"name\":\"Customer\",\"column\":\"email\"}],\"unknown\":[]}]");
        assertThat(page.path("status").asString()).isEqualTo("denied");
        assertThat(page.path("reason").asString()).isEqualTo("grant it");
    }

    @Test
    void pagesPrincipalsAndKeepsThemOutOfTheObjects() {
        var first = service.json(ERP + "/principals?limit=1");
        var second = service.json(
                ERP + "/principals?limit=1&cursor=" + first.path("next").asString());

        assertThat(first.at("/items/0/name").asString()).isEqualTo("Anna");
        assertThat(second.at("/items/0/name").asString()).isEqualTo("clerks");
        assertThat(second.at("/items/0/unknown").toString()).isEqualTo("[\"permissions\"]");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(service.get(ERP + "/objects").body()).doesNotContain("Anna", "clerks");
        assertThat(service.get(ERP + "/objects?kind=database_user").statusCode())
                .isEqualTo(400);
    }

    @Test
    void tellsWhatAnObjectDependsOnAndWhoDependsOnIt() {
        var procedure = service.json(ERP + "/object?schema=sales&name=total");
        assertThat(procedure.at("/dependsOn/0/resolved").asBoolean()).isTrue();
        assertThat(procedure.at("/dependsOn/1").toString())
                .isEqualTo(
                        "{\"server\":null,\"database\":\"archive\",\"schema\":\"dbo\",\"name\":\"Old\",\"column\":null,"
                                + "\"class\":\"object\",\"schemaBound\":false,\"callerDependent\":false,\"ambiguous\":false,"
                                + "\"resolved\":false,\"reason\":\"other_database\"}");
        var customer = service.json("/api/v1/objects/" + table);
        assertThat(customer.path("referencedByCode").toString())
                .isEqualTo("[{\"schema\":\"sales\",\"name\":\"total\",\"kind\":\"procedure\"}]");
        assertThat(customer.at("/columns/0/classification").toString())
                .isEqualTo("{\"label\":\"Confidential\",\"informationType\":\"Contact Info\",\"rank\":\"medium\"}");
    }

    @Test
    void tellsThePresentSizeWithTheObjectAndInAList() {
        var customer = service.json("/api/v1/objects/" + table);
        assertThat(customer.path("rows").asLong()).isEqualTo(20);
        assertThat(customer.path("reservedBytes").asLong()).isEqualTo(24576);

        var page = service.json(ERP + "/measures");
        assertThat(page.path("status").asString()).isEqualTo("complete");
        assertThat(page.path("measuredAt").asString()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(page.path("items").toString())
                .isEqualTo(
                        ("[{\"id\":%d,\"kind\":\"table\",\"schema\":\"sales\",\"name\":\"Customer\",\"of\":\"object\",\"index\":null,"
                                        + "\"at\":\"2026-11-21T10:00:00Z\",\"rows\":20,\"reservedBytes\":24576,\"usedBytes\":16384},"
                                        + "{\"id\":%d,\"kind\":\"table\",\"schema\":\"sales\",\"name\":\"Customer\",\"of\":\"index\",\"index\":\"pk\","
                                        + "\"at\":\"2026-11-20T10:00:00Z\",\"rows\":20,\"reservedBytes\":null,\"usedBytes\":null}]")
                                .formatted(table, table));
    }

    @Test
    void tellsWhatSizesBecameAndWhatTheyWereWhenTheTimeBegan() {
        assertThat(rows("from=2026-11-20T12:00:00Z")).containsExactly("object 10", "object 20", "index 20");
        assertThat(rows("from=2026-11-20T12:00:00Z&to=2026-11-20T13:00:00Z")).containsExactly("object 10", "index 20");
        assertThat(rows("to=2026-11-19T12:00:00Z")).containsExactly("object 10");
        assertThat(rows("from=2026-11-01T00:00:00Z")).containsExactly("object 10", "object 20", "index 20");
    }

    @Test
    void pagesSizesOverTime() {
        var path = ERP + "/measures?from=2026-11-01T00:00:00Z&limit=2";
        var first = service.json(path);
        var second = service.json(path + "&cursor=" + first.path("next").asString());

        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void refusesTimesAndNamesThatSayNothing() {
        assertThat(service.get(ERP + "/measures?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(service.get(ERP + "/measures?schema=sales").statusCode()).isEqualTo(400);
        assertThat(service.get(ERP + "/measures?schema=sales&name=nothing").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/api/v1/servers/erp-prod/facts?asOf=noon").statusCode())
                .isEqualTo(400);
        assertThat(service.get("/api/v1/servers/nowhere/facts").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsWhatAServerSaysOfItselfNowAndThen() {
        var now = service.json("/api/v1/servers/erp-prod/facts");
        assertThat(now.at("/facts/0").toString())
                .isEqualTo(
                        "{\"fact\":\"configuration\",\"status\":\"denied\",\"code\":\"229\",\"reason\":\"no right\","
                                + "\"from\":\"2026-11-20T10:00:00Z\",\"to\":null,\"value\":[{\"name\":\"max dop\",\"value\":\"8\"}]}");
        assertThat(now.at("/facts/1/value").isNull()).isTrue();
        assertThat(service.json("/api/v1/servers/erp-prod/facts?asOf=2026-11-19T12:00:00Z")
                        .at("/facts/0/value")
                        .toString())
                .isEqualTo("[{\"name\":\"max dop\",\"value\":\"4\"}]");
        assertThat(service.json("/api/v1/servers/erp-prod/facts?asOf=2026-11-01T12:00:00Z")
                        .at("/facts/0/value")
                        .isNull())
                .isTrue();
    }

    private static List<String> rows(String query) {
        return service.json(ERP + "/measures?schema=SALES&name=customer&" + query)
                .path("items")
                .valueStream()
                .map(item ->
                        item.path("of").asString() + " " + item.path("rows").asLong())
                .toList();
    }

    private static Dependency dependency(
            @Nullable String server,
            @Nullable String database,
            String schema,
            String name,
            boolean resolved,
            @Nullable String reason) {
        return new Dependency(server, database, schema, name, null, "object", false, false, false, resolved, reason);
    }

    private static void placePrincipals(int database) {
        catalogue.place(
                database,
                ObjectKind.DATABASE_USER,
                null,
                "Anna",
                Map.of(
                        Aspect.PRINCIPAL,
                        new PrincipalOptions("sql_user", "instance", "sales", null),
                        Aspect.MEMBERSHIPS,
                        new Memberships(List.of("clerks")),
                        Aspect.PERMISSIONS,
                        new Permissions(
                                List.of(new Permission("deny", "SELECT", "column", "sales", "Customer", "email")))),
                null);
        var unknown = new HashMap<Aspect, @Nullable PartContent>();
        unknown.put(Aspect.PRINCIPAL, new PrincipalOptions(null, null, null, "dbo"));
        unknown.put(Aspect.PERMISSIONS, null);
        catalogue.place(database, ObjectKind.DATABASE_ROLE, null, "clerks", unknown, null);
    }

    private static void measures(int database) {
        run("CREATE TABLE granary.measure_test PARTITION OF granary.measure DEFAULT");
        run(
                "INSERT INTO granary.measurement (database_id, measured_at, status, indexes) VALUES (%d, '2026-11-22T10:00:00Z', 'complete', 2)"
                        .formatted(database));
        run("""
                INSERT INTO granary.measure (object_id, index_id, measured_at, rows, reserved_bytes, used_bytes) VALUES
                    (%1$d, -1, '2026-11-19T10:00:00Z', 10, 8192, 8192), (%1$d, -1, '2026-11-21T10:00:00Z', 20, 24576, 16384),
                    (%1$d, 1, '2026-11-20T10:00:00Z', 20, NULL, NULL)""".formatted(table));
        run("""
                INSERT INTO granary.measure_current (database_id, object_id, index_id, index_name, changed_at, rows, reserved_bytes, used_bytes)
                VALUES (%1$d, %2$d, -1, NULL, '2026-11-21T10:00:00Z', 20, 24576, 16384),
                       (%1$d, %2$d, 1, 'pk', '2026-11-20T10:00:00Z', 20, NULL, NULL)""".formatted(database, table));
    }

    private static void facts() {
        run("""
                INSERT INTO granary.server_fact (server_id, fact, seen_from, seen_to, hash, body)
                SELECT id, 'configuration', timestamptz '2026-11-19T10:00:00Z', timestamptz '2026-11-20T10:00:00Z', sha256('a'), '[{"name":"max dop","value":"4"}]'
                  FROM granary.server
                UNION ALL
                SELECT id, 'configuration', '2026-11-20T10:00:00Z', NULL, sha256('b'), '[{"name":"max dop","value":"8"}]' FROM granary.server""");
        run("""
                INSERT INTO granary.server_fact_reading (server_id, fact, since, status, code, reason)
                SELECT id, 'configuration', now(), 'denied', '229', 'no right' FROM granary.server
                UNION ALL
                SELECT id, 'linkedServers', now(), 'unsupported', '208', 'lacks it' FROM granary.server""");
    }

    private static void run(String sql) {
        catalogue.sql().sql(sql).update();
    }
}

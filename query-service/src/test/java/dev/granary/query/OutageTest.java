package dev.granary.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.granary.model.Aspect;
import dev.granary.model.Column;
import dev.granary.model.Columns;
import dev.granary.model.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageTest {

    private static final String ERP = "/api/v1/servers/erp-prod/databases/ERP";

    @Test
    void goesOnWithoutRedisAndSaysSo() throws Exception {
        try (var store = TestStore.start();
                var connection = store.superuser()) {
            var catalogue = new TestCatalogue(connection);
            int database = catalogue.database(catalogue.server("erp-prod"), "ERP", "Latin1_General_100_CI_AS");
            for (var name : List.of("a", "b", "c")) {
                catalogue.place(database, ObjectKind.TABLE, "dbo", name, Map.of(Aspect.COLUMNS, columns(name)), null);
            }
            catalogue.snapshot(database, 1);
            try (var service = new TestService(store)) {
                assertThat(columnOf(service, "a")).isEqualTo("a");
                await().until(() -> health(service).equals("UP"));
                service.stopRedis();
                assertThat(columnOf(service, "b")).isEqualTo("b");
                var degraded = service.get("/actuator/health");
                assertThat(degraded.statusCode()).isEqualTo(200);
                assertThat(degraded.body())
                        .startsWith("{\"components\"")
                        .contains("\"status\":\"DEGRADED\"")
                        .doesNotContain("127.0.0.1");
                assertThat(health(service)).isEqualTo("DEGRADED");
                assertThat(service.get("/actuator/health/readiness").statusCode())
                        .isEqualTo(200);
                service.startRedis();
                await().until(() -> health(service).equals("UP"));
                assertThat(columnOf(service, "c")).isEqualTo("c");
            }
        }
    }

    @Test
    void followsWhatIsPublishedAndWhatGoesStale() throws Exception {
        try (var store = TestStore.start();
                var connection = store.superuser()) {
            var catalogue = new TestCatalogue(connection);
            int server = catalogue.server("erp-prod");
            try (var service = new TestService(store)) {
                assertThat(service.json("/api/v1/servers/erp-prod/databases")
                                .path("items")
                                .isEmpty())
                        .isTrue();
                int database = catalogue.database(server, "ERP", "Latin1_General_100_CI_AS");
                catalogue.snapshot(database, 1);
                await().until(() -> status(service).equals("current"));
                catalogue.snapshot(database, 2);
                await().until(() ->
                        service.json(ERP).path("snapshot").path("sequence").asInt() == 2);
                catalogue
                        .sql()
                        .sql("UPDATE granary.database SET stale_reason = 'denied', stale_since = now()")
                        .update();
                await().until(() -> status(service).equals("stale"));
                var answer = service.get(ERP);
                assertThat(answer.headers().firstValue("Granary-Stale")).contains("true");
                assertThat(answer.body()).contains("\"reason\":\"denied\"");
                catalogue
                        .sql()
                        .sql("UPDATE granary.database SET stale_reason = NULL, stale_since = NULL")
                        .update();
                await().until(() -> status(service).equals("current"));
                catalogue
                        .sql()
                        .sql("UPDATE granary.server SET status = 'unreachable', reason = 'no answer'")
                        .update();
                await().until(() -> status(service).equals("stale"));
            }
        }
    }

    @Test
    void refusesToAnswerOnceTheStoreIsGoneAndTellsNoSecretOfIt() throws Exception {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var store = TestStore.start();
        try (var service = new TestService(store)) {
            root.addAppender(log);
            service.get("/api/v1/servers", "X-API-Key", TestService.KEY.reveal() + "x");
            assertThat(service.get("/api/v1/servers").statusCode()).isEqualTo(200);
            store.close();
            await().until(() -> service.get("/api/v1/databases").statusCode() == 503);
            for (var path : List.of("/api/v1/servers", "/api/v1/databases", "/api/v1/objects/1", "/api/v1/runs")) {
                var answer = service.get(path);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body())
                        .contains("/problems/unavailable")
                        .doesNotContain("127.0.0.1", "localhost", "refused", "SQL", "granary_query");
            }
            var readiness = service.get("/actuator/health/readiness", "X-Nothing", "x");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(service.get("/actuator/health/liveness", "X-Nothing", "x")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(log.list).isNotEmpty();
            var logged = log.list.stream()
                    .map(e -> e.getFormattedMessage()
                            + (e.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(e.getThrowableProxy())))
                    .collect(Collectors.joining("\n"));
            assertThat(logged).doesNotContain("canary").doesNotContain(TestService.KEY.reveal());
        } finally {
            root.detachAppender(log);
            store.close();
        }
    }

    private static String columnOf(TestService service, String table) {
        return service.json(ERP + "/object?schema=dbo&name=" + table)
                .at("/columns/0/name")
                .asString();
    }

    private static String health(TestService service) {
        return service.json("/actuator/health").path("status").asString();
    }

    private static String status(TestService service) {
        return service.json(ERP).path("status").asString();
    }

    private static Columns columns(String name) {
        return new Columns(List.of(new Column(
                name, "int", false, null, null, null, false, null, null, null, false, false, false, null, false)));
    }
}

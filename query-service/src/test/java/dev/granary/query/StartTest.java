package dev.granary.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.query.access.ApiKey;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @Test
    void refusesInOneLineToStartWhereNobodyCouldGetIn(CapturedOutput output) throws Exception {
        try (var store = TestStore.start()) {
            var properties = properties(store.url());
            assertRefused(properties, output, "GRANARY_API_KEY, the first admin key, is not set");
            properties.put("granary.api-key", "granary_canary");
            assertRefused(properties, output, "GRANARY_API_KEY is malformed");
            properties.put("granary.api-key", ApiKey.generate().reveal());
            QueryServiceApplication.start(properties).close();
            properties.remove("granary.api-key");
            QueryServiceApplication.start(properties).close();
            properties.put("granary.redis.url", "http://:canary@nowhere");
            assertRefused(properties, output, "GRANARY_REDIS_URL must look like");
            assertThat(output.getAll()).doesNotContain("canary").doesNotContain("\tat ");
        }
    }

    @Test
    void refusesInOneLineToStartWithoutAStore(CapturedOutput output) {
        assertRefused(properties("jdbc:postgresql://127.0.0.1:1/granary"), output, "the store does not answer");
        assertThat(output.getAll()).doesNotContain("canary").doesNotContain("\tat ");
    }

    @Test
    void saysWhatIsWrongWithASettingWithoutItsValue(CapturedOutput output) {
        var properties = properties("postgresql://granary:canary@nowhere/granary");
        properties.put("granary.db.password", "");
        assertRefused(properties, output, "GRANARY_DB_URL must be set to a PostgreSQL URL");
        assertRefused(properties, output, "GRANARY_QUERY_PASSWORD must be set");
        assertRefused(
                properties("jdbc:postgresql://u:canary@nowhere:x/y"), output, "GRANARY_DB_URL is no PostgreSQL URL");
        assertThat(output.getAll()).doesNotContain("canary").doesNotContain("\tat ");
    }

    @Test
    void makesKeysOf128RandomBits() {
        var key = ApiKey.generate();
        assertThat(key.reveal())
                .matches("granary_[0-9A-Za-z]{22}")
                .isNotEqualTo(ApiKey.generate().reveal());
        assertThat(key).asString().doesNotContain(key.reveal().substring(12));
    }

    private static void assertRefused(Map<String, Object> properties, CapturedOutput output, String reason) {
        assertThatThrownBy(() -> QueryServiceApplication.start(properties).close())
                .isInstanceOf(RuntimeException.class)
                .satisfies(e -> assertThat(StartRefused.in(e)).isPresent());
        assertThat(output.getAll().lines())
                .anyMatch(line -> line.contains("does not start: ") && line.contains(reason));
    }

    private static Map<String, Object> properties(String url) {
        return new HashMap<>(Map.of(
                "granary.db.url",
                url,
                "granary.db.password",
                TestStore.QUERY_PASSWORD,
                "granary.redis.url",
                "redis://127.0.0.1:1/0",
                "server.port",
                0));
    }
}

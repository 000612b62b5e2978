package dev.granary.cache;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisClientsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "redis",
                "http://:canary@127.0.0.1:6379",
                "redis://:canary@127.0.0.1",
                "redis://:canary@127.0.0.1:6379/x",
                "redis://:canary canary@127.0.0.1:6379"
            })
    void refusesAnyOtherUrlWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> RedisClients.open(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GRANARY_REDIS_URL must look like")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }
}

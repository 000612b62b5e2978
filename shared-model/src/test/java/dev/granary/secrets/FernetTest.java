package dev.granary.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors were made with Python's cryptography; every verdict is its own. */
class FernetTest {
    record Vector(String name, JsonNode data) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Vector> encrypt() {
        return vectors("encrypt", "plaintext");
    }

    static List<Vector> decrypt() {
        return vectors("decrypt", "desc");
    }

    static List<Vector> badKeys() {
        return vectors("badKeys", "desc");
    }

    private static List<Vector> vectors(String part, String name) {
        JsonNode all = JsonMapper.shared().readTree(FernetTest.class.getResourceAsStream("/fernet-vectors.json"));
        return StreamSupport.stream(all.get(part).spliterator(), false)
                .map(data -> new Vector(data.get(name).asString(), data))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("encrypt")
    void encryptsToTheSameTokenAsPython(Vector vector) {
        JsonNode data = vector.data();
        byte[] iv = Base64.getDecoder().decode(data.get("iv").asString());
        byte[] plain = data.get("plaintext").asString().getBytes(StandardCharsets.UTF_8);

        String token = Fernet.withKey(data.get("key").asString())
                .orElseThrow()
                .encrypt(plain, iv, Instant.ofEpochSecond(data.get("now").asLong()));

        assertThat(token).isEqualTo(data.get("token").asString());
    }

    @ParameterizedTest
    @MethodSource("decrypt")
    void judgesATokenAsPythonDoes(Vector vector) {
        JsonNode data = vector.data();
        Instant now = Instant.ofEpochSecond(data.get("now").asLong());
        List<String> keys = StreamSupport.stream(data.get("keys").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        KeyRing ring = KeyRing.parse(String.join(",", keys), Clock.fixed(now, ZoneOffset.UTC));
        Duration ttl = data.get("ttlSeconds").isNull()
                ? null
                : Duration.ofSeconds(data.get("ttlSeconds").asLong());
        String token = data.get("token").asString();

        if (data.get("valid").asBoolean()) {
            assertThat(ring.decrypt(token, ttl).reveal())
                    .isEqualTo(data.get("plaintext").asString());
        } else {
            assertThatThrownBy(() -> ring.decrypt(token, ttl)).isInstanceOf(InvalidTokenException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void refusesABadKeyByItsPositionAndNeverShowsIt(Vector vector) {
        String bad = vector.data().get("key").asString();

        assertThatThrownBy(() -> KeyRing.parse(KeyRing.newKey() + "," + bad))
                .isInstanceOf(InvalidKeyException.class)
                .hasMessageContaining("Key 2 of ENCRYPTION_KEY")
                .satisfies(thrown -> assertThat(
                                bad.isEmpty() || !thrown.getMessage().contains(bad))
                        .isTrue());
    }
}

package dev.granary.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "a\u0000b", "\ud800", "x\udc00\ud800y", "😀", "\ufdd0", "\ufdd00000", "", "é\u0301"})
    void comesBackAsItWas(String text) {
        var stored = StoredText.encode(text);
        assertThat(stored).doesNotContain("\u0000");
        assertThat(new String(
                        stored.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8))
                .as("survives UTF-8")
                .isEqualTo(stored);
        assertThat(StoredText.decode(stored)).isEqualTo(text);
    }
}

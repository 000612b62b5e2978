package dev.granary.harvester.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescriptionRowTest {

    @Test
    void keepsAnUnpairedSurrogateThatTheDriverReplaced() {
        var high = new byte[] {'a', 0, 0x00, (byte) 0xD8, 'b', 0, 'c', 0};
        assertThat(row("a\uFFFDc", Utf16.of(high)).value()).isEqualTo("a\uD800bc");
        var low = new byte[] {'a', 0, 0x00, (byte) 0xDC, 'b', 0};
        assertThat(row("a\uFFFDb", Utf16.of(low)).value()).isEqualTo("a\uDC00b");
    }

    @Test
    void keepsTheTextWhereTheBytesAreNotThatText() {
        var utf8 = Utf16.of("a\uFFFDb".getBytes(StandardCharsets.UTF_8));
        assertThat(row("a\uFFFDb", utf8).value()).isEqualTo("a\uFFFDb");
        assertThat(row("plain", utf8).value()).isEqualTo("plain");
        assertThat(row(null, null).value()).isNull();
    }

    private static DescriptionRow row(@Nullable String value, @Nullable Utf16 units) {
        return new DescriptionRow(
                1, 1, 1, 0, "U", "t", null, null, null, null, false, false, null, "MS_Description", value, units);
    }
}

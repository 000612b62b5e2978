package dev.granary.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlServerNameTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain,[plain]",
                "a b.c,[a b.c]",
                "a]b,[a]]b]",
                "a[b],[a[b]]]",
                "]];DROP,[]]]];DROP]",
                "o'x\"y,[o'x\"y]"
            })
    void doublesClosingBracketsAndNothingElse(String name, String quoted) {
        assertThat(SqlServerName.quote(name)).isEqualTo(quoted);
    }
}

package dev.granary.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameCollationTest {

    @Test
    void comparesAsTheCollationsNameSays() {
        var insensitive = NameCollation.of("SQL_Latin1_General_CP1_CI_AS");
        assertThat(insensitive.same("Orders", "ORDERS")).isTrue();
        assertThat(insensitive.same("Café", "Cafe")).isFalse();
        assertThat(NameCollation.of("Latin1_General_100_CS_AS").same("Orders", "ORDERS"))
                .isFalse();
        assertThat(NameCollation.of("Latin1_General_CI_AI").same("Café", "CAFE"))
                .isTrue();
        assertThat(NameCollation.of("Latin1_General_100_BIN2").same("a", "A")).isFalse();
        assertThat(NameCollation.of(null).same("a", "A")).isTrue();
    }

    @Test
    void foldsWhateverAnyCollationCallsEqual() {
        assertThat(NameCollation.fold("CAFÉ")).isEqualTo(NameCollation.fold("cafe\u0301"));
    }
}

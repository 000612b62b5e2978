package dev.granary.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "*,anything,true",
        "erp,ERP,true",
        "erp,erp2,false",
        "erp*,Erp,true",
        "*_archive,sales_ARCHIVE,true",
        "a*b*c,aXbYbZc,true",
        "a*b*c,aXbY,false",
        "tenant_??,tenant_07,true",
        "tenant_??,tenant_7,false",
        "?,🔑,true",
        "??,🔑,false",
        "[dbo],[DBO],true",
        "[a-c],b,false",
        "100%,100%,true",
        "a.b,aXb,false",
        "a_b,aXb,false",
        "\\*,*,true",
        "\\*,x,false",
        "\\?,?,true",
        "DOMAIN\\\\user,domain\\user,true",
        "\\a,A,true",
        "ÄRGER,ärger,true",
        "straße,STRASSE,false",
        "**,x,true",
        "x**,x,true"
    })
    void matchesByStarAndQuestionMarkOnly(String pattern, String name, boolean matches) {
        assertThat(NamePattern.of(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void matchesTheEmptyNameByStarsAlone() {
        assertThat(NamePattern.of("**").matches("")).isTrue();
        assertThat(NamePattern.of("?").matches("")).isFalse();
    }

    @Test
    void doesNotBlowUpOnManyStars() {
        assertThat(NamePattern.of("*a".repeat(40) + "b").matches("a".repeat(5_000)))
                .isFalse();
    }

    @Test
    void refusesALoneBackslashAndNothingAtAll() {
        assertThatThrownBy(() -> NamePattern.of("erp\\")).hasMessageContaining("lone backslash");
        assertThatThrownBy(() -> NamePattern.of("")).hasMessageContaining("empty pattern");
        assertThat(NamePattern.of("erp\\\\").matches("erp\\")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"a*b", "a?b", "a\\b", "[a]"})
    void makesAPatternOfAName(String name) {
        assertThat(NamePattern.literal(name).matches(name)).isTrue();
        assertThat(NamePattern.literal(name).isExact()).isTrue();
        assertThat(NamePattern.literal(name).matches("aXb")).isFalse();
    }
}

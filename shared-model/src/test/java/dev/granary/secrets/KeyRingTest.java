package dev.granary.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeyRingTest {
    private final String first = KeyRing.newKey();
    private final String second = KeyRing.newKey();

    @Test
    void encryptsWithTheFirstKeyAndDecryptsWithAll() {
        String token = KeyRing.parse(second).encrypt(Secret.of("pässwörd"));
        KeyRing both = KeyRing.parse(first + ", " + second);

        assertThat(both.decrypt(token).reveal()).isEqualTo("pässwörd");
        assertThat(KeyRing.parse(first).decrypt(both.encrypt(Secret.of("new"))).reveal())
                .isEqualTo("new");
    }

    @Test
    void neverMakesTheSameTokenTwice() {
        KeyRing ring = KeyRing.parse(first);

        assertThat(ring.encrypt(Secret.of("x"))).isNotEqualTo(ring.encrypt(Secret.of("x")));
    }

    @Test
    void saysWhenThereIsNoKeyAtAll() {
        assertThatThrownBy(() -> KeyRing.parse(null)).hasMessageContaining("ENCRYPTION_KEY is not set");
        assertThatThrownBy(() -> KeyRing.parse("  ")).hasMessageContaining("ENCRYPTION_KEY is not set");
    }

    @Test
    void refusesAKeyWhosePaddingWasLost() {
        String unpadded = first.substring(0, first.length() - 1);

        assertThatThrownBy(() -> KeyRing.parse(unpadded)).hasMessageContaining("Key 1 of ENCRYPTION_KEY");
    }

    @Test
    void printsNeitherKeysNorSecrets() {
        assertThat(KeyRing.parse(first)).hasToString("KeyRing of 1 keys");
        assertThat(Secret.of("canary")).hasToString("***");
        assertThat("%s".formatted(new Object[] {Secret.of("canary")})).doesNotContain("canary");
    }
}

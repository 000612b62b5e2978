package dev.granary.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferencesTest {
    private final SecretReferences references =
            new SecretReferences(Map.of("ERP_PASSWORD", "s3cret ", "EMPTY", "")::get);

    @TempDir
    Path folder;

    @Test
    void readsAVariableAsItIs() {
        assertThat(references.resolve("${ERP_PASSWORD}")).isEqualTo(Secret.of("s3cret "));
    }

    @Test
    void readsAFileWithoutItsLastLineBreak() throws IOException {
        Path file = Files.writeString(folder.resolve("erp"), "two\nlines\n");

        assertThat(references.resolve("file:" + file).reveal()).isEqualTo("two\nlines");
    }

    @Test
    void namesTheVariableThatIsMissingOrEmpty() {
        assertRefused("${NOWHERE}", "the environment variable NOWHERE is not set");
        assertRefused("${EMPTY}", "the environment variable EMPTY is empty");
    }

    @Test
    void namesTheFileThatCannotBeRead() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertRefused("file:" + folder.resolve("none"), "none cannot be read");
        assertRefused("file:" + folder, folder + " cannot be read");
        assertRefused("file:" + empty, "empty is empty");
        assertRefused("file:" + binary, "is not UTF-8 text");
        assertRefused("file:relative", "must be an absolute path");
    }

    @Test
    void refusesASecretManagerByName() {
        assertRefused("vault:secret/data/erp#password", "('vault:') are not built yet");
        assertRefused("arn:aws:secretsmanager:eu-central-1:1:secret:x", "('arn:aws:secretsmanager:') are not built");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "${A}${B}", "$ERP_PASSWORD", "${}", "${1X}", "hunter:2", "x${ERP_PASSWORD}"})
    void refusesALiteralWithoutRepeatingIt(String literal) {
        assertThatThrownBy(() -> references.resolve(literal))
                .isInstanceOf(UnresolvedSecretException.class)
                .hasMessage("a secret is never written literally; use ${ENV_NAME} or file:/path");
    }

    private void assertRefused(String reference, String words) {
        assertThatThrownBy(() -> references.resolve(reference))
                .isInstanceOf(UnresolvedSecretException.class)
                .hasMessageContaining(words);
    }
}

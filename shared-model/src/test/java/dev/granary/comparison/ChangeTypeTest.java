package dev.granary.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChangeTypeTest {

    @Test
    void standsInTheDocumentationRowByRow() throws IOException {
        var rows = Arrays.stream(ChangeType.values())
                .map(type -> "| `%s` |%s| %s |"
                        .formatted(type.jsonName(), type.breaking() ? " breaking " : " ", type.sentence()))
                .toList();

        assertThat(Files.readAllLines(Path.of("..", "docs", "changes.md")).stream()
                        .filter(line -> line.matches("\\| `[a-z-]+` \\|( breaking)? \\| .*")
                                && ChangeType.named(line.split("`")[1]).isPresent())
                        .toList())
                .isEqualTo(rows);
    }
}

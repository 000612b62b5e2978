package dev.granary.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in config/ for people and their editors agrees with what the parser takes. */
class RegistrySchemaTest {
    private static final Path CONFIG = Path.of("../config");

    @TempDir
    Path folder;

    @Test
    void namesTheSameOptionsAsTheParser() {
        JsonNode schema = JsonMapper.shared()
                .readTree(CONFIG.resolve("servers.schema.json").toFile());

        assertThat(schema.get("properties").propertyNames()).containsExactlyElementsOf(ServerOptions.ROOT);
        Map<String, Collection<String>> blocks = Map.of(
                "server", ServerOptions.SERVER,
                "credential", ServerOptions.CREDENTIAL_OPTIONS,
                "tls", ServerOptions.TLS_OPTIONS,
                "filter", ServerOptions.FILTER_OPTIONS,
                "limits", ServerOptions.LIMIT_OPTIONS,
                "schedule", ServerOptions.SCHEDULE_OPTIONS,
                "group", ServerOptions.GROUP);
        blocks.forEach((block, options) -> {
            JsonNode definition = schema.get("definitions").get(block);
            assertThat(definition.get("properties").propertyNames())
                    .as(block)
                    .containsExactlyInAnyOrderElementsOf(options);
            assertThat(definition.get("additionalProperties").asBoolean())
                    .as(block)
                    .isFalse();
        });
    }

    @Test
    void givesTheSameDefaultsAsTheParser() {
        JsonNode blocks = JsonMapper.shared()
                .readTree(CONFIG.resolve("servers.schema.json").toFile())
                .get("definitions");

        assertThat(fallback(blocks, "server", "port").asInt()).isEqualTo(ServerSettings.DEFAULT_PORT);
        assertThat(fallback(blocks, "tls", "encrypt").asString())
                .isEqualTo(Tls.DEFAULT.encrypt().text());
        assertThat(fallback(blocks, "limits", "connections").asInt()).isEqualTo(Limits.DEFAULT.connections());
        assertThat(fallback(blocks, "limits", "loginTimeoutSeconds").asInt())
                .isEqualTo(Limits.DEFAULT.loginTimeoutSeconds());
        assertThat(fallback(blocks, "limits", "statementTimeoutSeconds").asInt())
                .isEqualTo(Limits.DEFAULT.statementTimeoutSeconds());
        assertThat(fallback(blocks, "schedule", "full").asString())
                .isEqualTo(Schedule.DEFAULT.full().text());
        assertThat(fallback(blocks, "schedule", "incremental").asString())
                .isEqualTo(Schedule.DEFAULT.incremental().text());
        assertThat(fallback(blocks, "schedule", "measures").asString())
                .isEqualTo(Schedule.DEFAULT.measures().text());
        assertThat(fallback(blocks, "schedule", "misfire").asString())
                .isEqualTo(Schedule.DEFAULT.misfire().text());
        assertThat(fallback(blocks, "schedule", "overlap").asString())
                .isEqualTo(Schedule.DEFAULT.overlap().text());
        assertThat(fallback(blocks, "schedule", "blackout")).isEmpty();
        assertThat(fallback(blocks, "schedule", "zone").asString())
                .isEqualTo(Schedule.DEFAULT.zone().getId());
    }

    private static JsonNode fallback(JsonNode blocks, String block, String option) {
        return blocks.get(block).get("properties").get(option).get("default");
    }

    @Test
    void takesTheShippedFileAsItIs() {
        assertThat(RegistryFile.read(CONFIG.resolve("servers.yml"), Map.<String, String>of()::get))
                .isEmpty();
    }

    @Test
    void takesTheShippedExampleOnceItIsUncommentedAndItShowsTheDefaults() throws IOException {
        Path secret = Files.writeString(folder.resolve("erp-query"), "canary\n");
        List<String> lines = Files.readAllLines(CONFIG.resolve("servers.yml"));
        int start = lines.indexOf("servers: []");
        var text = new StringBuilder("servers:\n");
        lines.subList(start + 1, lines.size())
                .forEach(line -> text.append(line.replaceFirst("^# ?", "")).append('\n'));
        Path file = Files.writeString(
                folder.resolve("servers.yml"), text.toString().replace("/run/secrets/erp-query", secret.toString()));

        ServerDefinition server = RegistryFile.read(file, Map.of("ERP_HARVEST_PASSWORD", "canary")::get)
                .getFirst();

        assertThat(server.settings()).isEqualTo(ServerSettings.at("erp.example.com", 1433));
        assertThat(ServerOptions.SERVER.stream()
                        .filter(option -> !text.toString().contains(option + ":")))
                .isEmpty();
    }
}

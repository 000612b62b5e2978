package dev.granary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo as a user has it: every object of the estate, looked up over REST, is what the golden files say. */
class DemoTest {

    @TempDir
    private static Path folder;

    private static final Closing CLOSING = new Closing();
    private static Ready ready;
    private static RestLookups lookups;

    @BeforeAll
    static void start() throws Exception {
        ready = new Standalone(new Options(0, folder.resolve("data"), null, false), CLOSING).start();
        lookups = new RestLookups(HttpClient.newHttpClient(), URI.create(ready.url()), ready.key());
    }

    @AfterAll
    static void stop() {
        CLOSING.close();
    }

    @Test
    void saysInOneLineThatItIsReady() {
        assertThat(ready.line())
                .isEqualTo("GRANARY READY url=%s key=%s data=%s published=29 failed=0 skipped=2"
                        .formatted(ready.url(), ready.key(), folder.resolve("data")));
    }

    @Test
    void answersForEveryObjectWhatItsGoldenFileSays() {
        var ids = ids();
        var differences = new ArrayList<String>();
        for (var golden : GoldenEstate.load()) {
            var id = ids.get(golden.server() + "/" + golden.name());
            assertThat(id)
                    .as("%s/%s is published", golden.server(), golden.name())
                    .isNotNull();
            GoldenComparison.differences(golden, lookups.objects(id))
                    .forEach((object, found) ->
                            differences.add("%s/%s %s: %s".formatted(golden.server(), golden.name(), object, found)));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void countsTheDatabasesThatNoGoldenFileSpeaksOfAsSkipped() {
        var published = GoldenEstate.load().stream()
                .map(g -> g.server() + "/" + g.name())
                .toList();
        var others = new TreeMap<>(ids());
        others.keySet().removeAll(published);
        assertThat(others.keySet()).containsExactly("erp-prod/erp_archive", "erp-prod/payroll");
    }

    @Test
    void keepsItsSecretsInFilesThatOnlyTheirOwnerReads() throws Exception {
        for (var name : List.of("api-key", "api-key.header", "encryption.key", "env", "secrets")) {
            var file = folder.resolve("data").resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    private static Map<String, Integer> ids() {
        var ids = new TreeMap<String, Integer>();
        for (var server : List.of("erp-prod", "saas-prod", "shop-prod")) {
            for (JsonNode database : lookups.databases(server)) {
                ids.put(
                        server + "/" + database.get("name").stringValue(),
                        database.get("id").intValue());
            }
        }
        return ids;
    }
}

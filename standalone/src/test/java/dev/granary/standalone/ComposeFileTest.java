package dev.granary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be said of docker-compose.yml without an engine: that it hangs together with itself, .env.example and the modules. */
class ComposeFileTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::[?-][^}]*)?}");

    private final String text = Files.readString(ROOT.resolve("docker-compose.yml"));
    private final Map<String, Object> compose = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);

    ComposeFileTest() throws IOException {}

    @Test
    void namesOnlyVariablesThatTheExampleExplains() throws IOException {
        var explained = new HashSet<String>();
        for (var line : Files.readAllLines(ROOT.resolve(".env.example"))) {
            if (line.matches("\\w+=.*")) {
                assertThat(line).as("no password that everyone knows").endsWith("=");
                explained.add(line.substring(0, line.indexOf('=')));
            }
        }
        var used = new TreeSet<String>();
        VARIABLE.matcher(text).results().forEach(found -> used.add(found.group(1)));
        assertThat(used).isNotEmpty().isSubsetOf(explained);
    }

    @Test
    void buildsEachImageFromAModuleThatHasARunnableJar() throws IOException {
        var modules = Files.readString(ROOT.resolve("pom.xml"));
        for (var service : List.of("db-changelog", "register", "harvester", "query-service")) {
            var build = map(service(service).get("build"));
            var module = map(build.get("args")).get("MODULE");
            assertThat(modules).contains("<module>" + module + "</module>");
            assertThat(Files.readString(ROOT.resolve(module + "/pom.xml"))).contains("spring-boot-maven-plugin");
        }
        assertThat(Files.readString(ROOT.resolve("Dockerfile")))
                .contains("ARG MODULE")
                .contains("USER granary");
    }

    @Test
    void waitsOnlyForServicesThatExistAndTellTheirState() {
        for (var name : services()) {
            if (service(name).get("depends_on") instanceof Map<?, ?> dependencies) {
                dependencies.forEach((on, how) -> {
                    assertThat(services()).contains((String) on);
                    var condition = map(how).get("condition");
                    if ("service_healthy".equals(condition)) {
                        assertThat(service((String) on)).containsKey("healthcheck");
                    } else {
                        assertThat(condition).isEqualTo("service_completed_successfully");
                        assertThat(service((String) on)).doesNotContainKey("restart");
                    }
                });
            }
        }
    }

    @Test
    void publishesPortsOnLoopbackOnly() {
        for (var name : services()) {
            if (service(name).get("ports") instanceof List<?> ports) {
                assertThat(ports).allSatisfy(port -> assertThat((String) port).startsWith("127.0.0.1:"));
            }
        }
    }

    @Test
    void givesEachProcessItsOwnPasswordAndNoOther() {
        assertThat(environment("harvester")).doesNotContain("GRANARY_OWNER_PASSWORD", "GRANARY_QUERY_PASSWORD");
        assertThat(environment("query-service")).doesNotContain("GRANARY_OWNER_PASSWORD", "GRANARY_HARVESTER_PASSWORD");
    }

    private Set<String> environment(String service) {
        return map(service(service).get("environment")).keySet();
    }

    private Set<String> services() {
        return map(compose.get("services")).keySet();
    }

    private Map<String, Object> service(String name) {
        return map(map(compose.get("services")).get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) value;
    }
}

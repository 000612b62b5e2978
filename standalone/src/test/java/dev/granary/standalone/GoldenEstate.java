package dev.granary.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The golden files, expanded: every database that a harvest of the demo estate publishes, with every object's expected body. */
final class GoldenEstate {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern RANGE = Pattern.compile("(\\w*?)(\\d+) \\.\\. \\1(\\d+)");

    private final Map<String, Map<String, Draft>> servers = new TreeMap<>();

    private GoldenEstate() {}

    /** Every published database, sorted by server and name. */
    static List<GoldenDatabase> load() {
        var estate = new GoldenEstate();
        for (var file : files()) {
            estate.add(file);
        }
        return estate.databases();
    }

    private void add(Resource file) {
        try (var content = file.getInputStream()) {
            var server = file.getFile().toPath().getParent().getFileName().toString();
            var golden = JSON.readTree(content);
            for (var database : databases(golden.get("database").stringValue())) {
                servers.computeIfAbsent(server, name -> new TreeMap<>())
                        .computeIfAbsent(database, name -> new Draft())
                        .add(golden);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Golden file " + file, e);
        }
    }

    private List<GoldenDatabase> databases() {
        var databases = new ArrayList<GoldenDatabase>();
        servers.forEach((server, drafts) -> drafts.forEach((name, draft) -> databases.add(new GoldenDatabase(
                server, name, draft.schemas, GoldenForm.expand(server, name, draft.objects.values())))));
        return List.copyOf(databases);
    }

    private static List<String> databases(String name) {
        var range = RANGE.matcher(name);
        if (!range.matches()) {
            return List.of(name);
        }
        var names = new ArrayList<String>();
        var digits = "%0" + range.group(2).length() + "d";
        for (int n = Integer.parseInt(range.group(2)); n <= Integer.parseInt(range.group(3)); n++) {
            names.add(range.group(1) + digits.formatted(n));
        }
        return names;
    }

    private static List<Resource> files() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:golden/*/*.json");
            var files = new ArrayList<>(List.of(found));
            files.sort(Comparator.comparing(Resource::getFilename));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The golden files cannot be listed", e);
        }
    }

    /** A database while its files are read: later objects replace earlier ones. */
    private static final class Draft {

        private final List<JsonNode> schemas = new ArrayList<>();
        private final Map<List<String>, ObjectNode> objects = new LinkedHashMap<>();

        void add(JsonNode golden) {
            golden.path("schemas").forEach(schemas::add);
            for (var object : golden.get("objects")) {
                var identity = List.of(
                        object.get("kind").stringValue(),
                        object.get("schema").stringValue(),
                        object.get("name").stringValue());
                objects.put(identity, (ObjectNode) object);
            }
        }
    }
}

package dev.granary.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The demo estate: per server the T-SQL scripts that make it, in the order in which they run, as the README beside the scripts describes.
 *
 * <p>A script is the text as it lies on the class path, but for its variables: {@code $(DATABASE)} is filled in here, the others by {@link
 * Script#with}.
 */
public final class EstateScripts {

    private final Map<String, List<Script>> byServer;

    private EstateScripts(Map<String, List<Script>> byServer) {
        this.byServer = byServer;
    }

    /** The estate on the class path, under {@code estate/<server>/*.sql}. */
    public static EstateScripts load() {
        var byServer = new TreeMap<String, List<Script>>();
        for (var file : files()) {
            byServer.computeIfAbsent(file.server(), server -> new ArrayList<>())
                    .addAll(Script.read(file.name(), file.text()));
        }
        byServer.replaceAll((server, scripts) -> List.copyOf(scripts));
        return new EstateScripts(byServer);
    }

    /** The servers' names, sorted. */
    public List<String> servers() {
        return List.copyOf(byServer.keySet());
    }

    /**
     * The scripts of a server in the order in which they run, which is the order of their names.
     *
     * @throws IllegalArgumentException when the estate has no such server
     */
    public List<Script> scripts(String server) {
        var scripts = byServer.get(server);
        if (scripts == null) {
            throw new IllegalArgumentException("The estate has no server " + server);
        }
        return scripts;
    }

    private static List<EstateFile> files() {
        try {
            var found = new ArrayList<EstateFile>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:estate/*/*.sql")) {
                found.add(EstateFile.of(resource));
            }
            found.sort(Comparator.comparing(EstateFile::server).thenComparing(EstateFile::name));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The estate's scripts cannot be read", e);
        }
    }

    private record EstateFile(String server, String name, String text) {

        static EstateFile of(Resource resource) throws IOException {
            var folder = resource.getURL().getPath();
            folder = folder.substring(0, folder.lastIndexOf('/'));
            return new EstateFile(
                    folder.substring(folder.lastIndexOf('/') + 1),
                    Objects.requireNonNull(resource.getFilename()),
                    resource.getContentAsString(UTF_8));
        }
    }
}

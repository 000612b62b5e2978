package dev.granary.harvester.assemble;

import dev.granary.content.CanonicalJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of one object in their canonical order: by rank, then those with a name of their own by name, then the others by what they
 * say. The names the system made are kept aside by the place they end up in.
 */
final class NamedParts<P extends Record> {

    private final String list;
    private final Function<P, @Nullable String> name;
    private final Comparator<P> rank;
    private final Function<P, String> content;
    private final CanonicalJson json = new CanonicalJson();
    private final List<Entry<P>> entries = new ArrayList<>();

    /**
     * @param list the aspect's name in JSON
     * @param name the name a person gave, else null
     * @param rank what comes first whatever it is called
     * @param content what the nameless are ordered by before their canonical JSON
     */
    NamedParts(String list, Function<P, @Nullable String> name, Comparator<P> rank, Function<P, String> content) {
        this.list = list;
        this.name = name;
        this.rank = rank;
        this.content = content;
    }

    /** For parts whose nameless are ordered by their canonical JSON alone. */
    static <P extends Record> NamedParts<P> of(String list, Function<P, @Nullable String> name) {
        return new NamedParts<>(list, name, (_, _) -> 0, _ -> "");
    }

    /** @param sourceName the name it has at the source, whoever made it */
    void add(P part, String sourceName) {
        entries.add(new Entry<>(part, name.apply(part) == null, sourceName));
    }

    /** What was added since the last call. */
    Ordered<P> take() {
        if (entries.size() > 1) {
            entries.sort(Comparator.<Entry<P>, P>comparing(Entry::part, rank)
                    .thenComparing(Entry::unnamed)
                    .thenComparing(this::sortKey)
                    .thenComparing(Entry::sourceName));
        }
        var parts = new ArrayList<P>(entries.size());
        var systemNames = new HashMap<String, String>();
        for (var entry : entries) {
            if (entry.unnamed()) {
                systemNames.put(list + "/" + parts.size(), entry.sourceName());
            }
            parts.add(entry.part());
        }
        entries.clear();
        return new Ordered<>(parts, systemNames);
    }

    private String sortKey(Entry<P> entry) {
        return entry.unnamed()
                ? content.apply(entry.part()) + json.write(entry.part()).text()
                : entry.sourceName();
    }

    record Ordered<P>(List<P> parts, Map<String, String> systemNames) {}

    private record Entry<P>(P part, boolean unnamed, String sourceName) {}
}

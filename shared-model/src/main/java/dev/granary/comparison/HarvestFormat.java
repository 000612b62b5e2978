package dev.granary.comparison;

import dev.granary.content.CanonicalJson;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a harvester could tell: the kinds of objects it listed, the aspects it read of each, and the format of each aspect. A snapshot refers to
 * the one it was read under; what that one could not tell is no change when the next one tells it.
 *
 * @param kinds by the kind's name, the aspects by name with their formats
 */
public record HarvestFormat(Map<String, Map<String, Integer>> kinds) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public HarvestFormat {
        var copy = new TreeMap<String, Map<String, Integer>>();
        kinds.forEach((kind, aspects) -> copy.put(kind, Map.copyOf(aspects)));
        kinds = Map.copyOf(copy);
    }

    /** That of this version. */
    public static HarvestFormat current() {
        var kinds = new TreeMap<String, Map<String, Integer>>();
        for (var kind : ObjectKind.values()) {
            var aspects = new TreeMap<String, Integer>();
            kind.aspects().forEach(aspect -> aspects.put(aspect.jsonName(), aspect.format()));
            kinds.put(kind.jsonName(), aspects);
        }
        return new HarvestFormat(kinds);
    }

    public static HarvestFormat parse(String json) {
        return new HarvestFormat(JSON.readValue(json, new TypeReference<>() {}));
    }

    /** One spelling for one format. */
    public String json() {
        return new CanonicalJson().write(kinds).text();
    }

    /** This one but for the kinds that were listed and the aspects that were read under the other. */
    public HarvestFormat withReadUnder(HarvestFormat other, Set<ObjectKind> listed, Set<Aspect> read) {
        var mixed = new TreeMap<String, Map<String, Integer>>(kinds);
        for (var kind : ObjectKind.values()) {
            if (knows(kind) || listed.contains(kind)) {
                var aspects = new TreeMap<>(kinds.getOrDefault(kind.jsonName(), Map.of()));
                other.kinds.getOrDefault(kind.jsonName(), Map.of()).forEach((aspect, format) -> {
                    if (read.stream().anyMatch(a -> a.jsonName().equals(aspect))) {
                        aspects.put(aspect, format);
                    }
                });
                mixed.put(kind.jsonName(), aspects);
            }
        }
        return new HarvestFormat(mixed);
    }

    /** What both could tell, each aspect in the older of its formats: what one lacks is no difference between what they told. */
    public HarvestFormat common(HarvestFormat other) {
        var common = new TreeMap<String, Map<String, Integer>>();
        kinds.forEach((kind, aspects) -> {
            if (other.kinds.containsKey(kind)) {
                var others = other.kinds.getOrDefault(kind, Map.of());
                var both = new TreeMap<>(aspects);
                both.keySet().retainAll(others.keySet());
                both.replaceAll((aspect, format) -> Math.min(format, others.getOrDefault(aspect, format)));
                common.put(kind, both);
            }
        });
        return new HarvestFormat(common);
    }

    public boolean knows(ObjectKind kind) {
        return kinds.containsKey(kind.jsonName());
    }

    boolean knows(ObjectKind kind, String aspect) {
        return kinds.getOrDefault(kind.jsonName(), Map.of()).containsKey(aspect);
    }

    /** The properties of an aspect that this version writes and that one did not. */
    Set<String> missing(ObjectKind kind, String aspect) {
        int format = kinds.getOrDefault(kind.jsonName(), Map.of()).getOrDefault(aspect, 0);
        var missing = new HashSet<String>();
        Arrays.stream(Aspect.values()).filter(a -> a.jsonName().equals(aspect)).forEach(a -> {
            for (int later = format + 1; later <= a.format(); later++) {
                missing.addAll(a.addedIn(later));
            }
        });
        return missing;
    }
}

package dev.granary.harvester.digest;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The digests of a database at one moment; one that the engine cannot compute, or that nobody trusts, is not among them. */
public record Digests(Map<Digest, String> values) {

    public static final Digests NONE = new Digests(Map.of());

    private static final JsonMapper JSON = new JsonMapper();

    public Digests {
        values = Map.copyOf(values);
    }

    static Digests ofJson(String json) {
        var values = new EnumMap<Digest, String>(Digest.class);
        var stored = JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        for (var digest : Digest.values()) {
            var value = stored.get(digest.digestName());
            if (value != null) {
                values.put(digest, value);
            }
        }
        return new Digests(values);
    }

    /** Values by the digests' names, in the order of the names. */
    public Map<String, String> byName() {
        var named = new TreeMap<String, String>();
        values.forEach((digest, value) -> named.put(digest.digestName(), value));
        return named;
    }

    /** The digests that are not the same in both, or only in one: a clock or a restore may have moved them either way. */
    public Set<Digest> differing(Digests other) {
        var differing = EnumSet.noneOf(Digest.class);
        for (var digest : Digest.values()) {
            if (!Objects.equals(values.get(digest), other.values.get(digest))) {
                differing.add(digest);
            }
        }
        return differing;
    }

    Digests without(Set<Digest> untrusted) {
        var trusted = new EnumMap<Digest, String>(Digest.class);
        values.forEach((digest, value) -> {
            if (!untrusted.contains(digest)) {
                trusted.put(digest, value);
            }
        });
        return new Digests(trusted);
    }
}

package dev.granary.query.diff;

import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds what differs between two trees by descending only where hashes differ: three levels, two nodes a level and difference. */
@Component
class Trees {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient store;

    Trees(JdbcClient store) {
        this.store = store;
    }

    /** The objects that differ between two states, by kind and name; what has no schema is told from null. */
    List<Pair> differing(Snapshots.State left, Snapshots.State right, boolean structureOnly) {
        var hash = structureOnly
                ? left.structure().equals(right.structure())
                : left.tree().equals(right.tree());
        return hash ? List.of() : new Descent(structureOnly).pairs(left.tree(), right.tree());
    }

    /** One comparison: nodes hold pairs of a full hash and a structure hash, and one of them decides. */
    private final class Descent {

        private final boolean structureOnly;

        Descent(boolean structureOnly) {
            this.structureOnly = structureOnly;
        }

        List<Pair> pairs(String leftRoot, String rightRoot) {
            var roots = nodes(Set.of(leftRoot, rightRoot));
            var left = node(roots, leftRoot);
            var right = node(roots, rightRoot);
            var places = new ArrayList<Place>();
            addBranch(places, left.path("database"), right.path("database"));
            if (!structureOnly) {
                addBranch(places, left.path("security"), right.path("security"));
            }
            addSchemas(places, left.path("schemas"), right.path("schemas"));
            return leaves(places);
        }

        private void addBranch(List<Place> places, JsonNode left, JsonNode right) {
            if (!left.equals(right)) {
                places.add(new Place(null, buckets(left), buckets(right)));
            }
        }

        private List<String> buckets(JsonNode branch) {
            return branch.isArray() && !branch.isEmpty() ? List.of(branch.get(0).asString()) : List.of();
        }

        /** Two lookups: the nodes of the schemas that differ, then, later, the buckets that do. */
        private void addSchemas(List<Place> places, JsonNode left, JsonNode right) {
            var leftSchemas = byKey(left);
            var rightSchemas = byKey(right);
            var names = new TreeSet<>(leftSchemas.keySet());
            names.addAll(rightSchemas.keySet());
            names.removeIf(name -> same(leftSchemas.get(name), rightSchemas.get(name)));
            var wanted = new HashSet<String>();
            names.forEach(name -> {
                add(wanted, leftSchemas.get(name));
                add(wanted, rightSchemas.get(name));
            });
            var nodes = nodes(wanted);
            for (var name : names) {
                var leftBuckets = byKey(below(nodes, leftSchemas.get(name)));
                var rightBuckets = byKey(below(nodes, rightSchemas.get(name)));
                places.add(differing(name, leftBuckets, rightBuckets));
            }
        }

        /** Buckets of schemas of another size are cut otherwise: then their hashes tell nothing and all are read. */
        private Place differing(String schema, Map<String, JsonNode> left, Map<String, JsonNode> right) {
            var leftHashes = new ArrayList<String>();
            var rightHashes = new ArrayList<String>();
            left.forEach((number, entry) -> {
                if (!same(entry, right.get(number))) {
                    leftHashes.add(entry.get(1).asString());
                }
            });
            right.forEach((number, entry) -> {
                if (!same(entry, left.get(number))) {
                    rightHashes.add(entry.get(1).asString());
                }
            });
            return new Place(schema, leftHashes, rightHashes);
        }

        private boolean same(@Nullable JsonNode left, @Nullable JsonNode right) {
            return left != null && right != null && decisive(left).equals(decisive(right));
        }

        /** The last hash of an entry is its structure, the one before it everything. */
        private String decisive(JsonNode entry) {
            return entry.get(entry.size() - (structureOnly ? 1 : 2)).asString();
        }

        private List<Pair> leaves(List<Place> places) {
            var wanted = new HashSet<String>();
            places.forEach(place -> {
                wanted.addAll(place.left);
                wanted.addAll(place.right);
            });
            var nodes = nodes(wanted);
            var found = new ArrayList<Leaf>();
            for (var place : places) {
                var left = entries(nodes, place.left);
                var right = entries(nodes, place.right);
                left.forEach((key, entry) -> {
                    var other = right.remove(key);
                    if (!same(entry, other)) {
                        found.add(new Leaf(place.schema, entry, other));
                    }
                });
                right.forEach((_, entry) -> found.add(new Leaf(place.schema, null, entry)));
            }
            return withDefinitions(found);
        }

        private Map<List<String>, JsonNode> entries(Map<String, JsonNode> nodes, List<String> buckets) {
            var entries = new LinkedHashMap<List<String>, JsonNode>();
            for (var bucket : buckets) {
                node(nodes, bucket)
                        .forEach(entry -> entries.put(
                                List.of(entry.get(0).asString(), entry.get(1).asString()), entry));
            }
            return entries;
        }

        private static Map<String, JsonNode> byKey(@Nullable JsonNode node) {
            var byKey = new TreeMap<String, JsonNode>();
            if (node != null) {
                node.forEach(entry -> byKey.put(entry.get(0).asString(), entry));
            }
            return byKey;
        }

        private static void add(Set<String> hashes, @Nullable JsonNode entry) {
            if (entry != null) {
                hashes.add(entry.get(1).asString());
            }
        }

        private static @Nullable JsonNode below(Map<String, JsonNode> nodes, @Nullable JsonNode entry) {
            return entry == null ? null : node(nodes, entry.get(1).asString());
        }

        private static JsonNode node(Map<String, JsonNode> nodes, String hash) {
            return Objects.requireNonNull(nodes.get(hash));
        }
    }

    private List<Pair> withDefinitions(List<Leaf> leaves) {
        var hashes = new HashSet<String>();
        leaves.forEach(leaf -> {
            if (leaf.left != null) {
                hashes.add(leaf.left.get(2).asString());
            }
            if (leaf.right != null) {
                hashes.add(leaf.right.get(2).asString());
            }
        });
        var ids = new HashMap<String, Integer>();
        store.sql("SELECT encode(hash, 'hex') AS hash, id FROM granary.definition WHERE hash = ANY (?)")
                .param(bytes(hashes))
                .query(row -> {
                    ids.put(row.getString("hash"), row.getInt("id"));
                });
        requireAll(hashes, ids.size());
        return leaves.stream().map(leaf -> leaf.pair(ids)).toList();
    }

    private Map<String, JsonNode> nodes(Set<String> hashes) {
        var nodes = new HashMap<String, JsonNode>();
        if (!hashes.isEmpty()) {
            store.sql("SELECT encode(hash, 'hex') AS hash, body FROM granary.tree_node WHERE hash = ANY (?)")
                    .param(bytes(hashes))
                    .query(row -> {
                        nodes.put(row.getString("hash"), JSON.readTree(row.getString("body")));
                    });
        }
        requireAll(hashes, nodes.size());
        return nodes;
    }

    /** What is not stored was not lost at the source: passed over, its objects would look added or removed. */
    private static void requireAll(Set<String> hashes, int found) {
        if (found < hashes.size()) {
            throw new RefusedException(
                    Reason.UNAVAILABLE,
                    ("The store lacks %d of the pieces that these snapshots are made of, so nothing was compared;"
                                    + " try again, or say other snapshots by leftSnapshot and rightSnapshot")
                            .formatted(hashes.size() - found));
        }
    }

    private static byte[][] bytes(Set<String> hashes) {
        return hashes.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
    }

    private record Place(@Nullable String schema, List<String> left, List<String> right) {}

    private record Leaf(
            @Nullable String schema,
            @Nullable JsonNode left,
            @Nullable JsonNode right) {

        Pair pair(Map<String, Integer> ids) {
            var either = Objects.requireNonNull(left == null ? right : left);
            var name = either.get(1).asString();
            return new Pair(
                    either.get(0).asString(),
                    left == null ? null : schema,
                    left == null ? null : name,
                    left == null ? null : ids.get(left.get(2).asString()),
                    right == null ? null : schema,
                    right == null ? null : name,
                    right == null ? null : ids.get(right.get(2).asString()));
        }
    }
}

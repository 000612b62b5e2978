package dev.granary.harvester.publish;

import dev.granary.content.StoredText;
import dev.granary.model.NameCollation;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds for every incoming object the one it was, and what became of it since. */
final class Comparing {

    private final Steps steps;

    Comparing(Steps steps) {
        this.steps = steps;
    }

    /** What came of a comparison: how many incoming objects are new or changed, and what would be lost. */
    record Difference(long changed, Losses losses) {

        /** Whether a publication would leave everything as it is. */
        boolean isNone() {
            return changed == 0 && losses.removed() == 0;
        }
    }

    /** @param collation of the database, by which its names are compared */
    Difference withCurrent(int database, NameCollation collation) {
        steps.run("match_by_id", database);
        steps.run("match_by_name", database);
        matchAlike(database, collation);
        steps.run("compare", database);
        return difference(database);
    }

    /** The difference as it stands, after what is missing was put back. */
    Difference difference(int database) {
        return steps.step("losses")
                .param(database)
                .query((r, n) ->
                        new Difference(r.getLong("changed"), new Losses(r.getLong("removed"), r.getLong("hidden"))))
                .single();
    }

    /** Names that differ in bytes and are equal under the database's collation: a table renamed from {@code orders} to {@code Orders}. */
    private void matchAlike(int database, NameCollation collation) {
        var taken = new HashSet<Object>();
        steps
                .step("unmatched_alike")
                .param(database)
                .query((r, n) -> new Alike(
                        r.getInt("space"),
                        r.getInt("source_id"),
                        r.getInt("object_id"),
                        collation.same(decoded(r.getString("incoming_schema")), decoded(r.getString("schema_name")))
                                && collation.same(decoded(r.getString("incoming_name")), decoded(r.getString("name")))))
                .list()
                .stream()
                .filter(pair -> pair.same()
                        && taken.add(pair.objectId())
                        && taken.add(Map.entry(pair.space(), pair.sourceId())))
                .forEach(pair -> steps.store()
                        .sql("UPDATE incoming SET object_id = ? WHERE space = ? AND source_id = ?")
                        .param(pair.objectId())
                        .param(pair.space())
                        .param(pair.sourceId())
                        .update());
    }

    private static String decoded(@Nullable String stored) {
        return stored == null ? "" : StoredText.decode(stored);
    }

    private record Alike(int space, int sourceId, int objectId, boolean same) {}
}

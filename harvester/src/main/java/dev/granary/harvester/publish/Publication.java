package dev.granary.harvester.publish;

import dev.granary.content.StoredText;
import dev.granary.harvester.absence.HoldBook;
import dev.granary.harvester.absence.Sight;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.work.Lease;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The publishing transaction: ends the lease, adds the snapshot, and moves placements from the old state to the new. */
final class Publication {

    private static final JsonMapper JSON = new JsonMapper();

    private final Steps steps;

    Publication(Steps steps) {
        this.steps = steps;
    }

    /** False when the lease was lost: then nothing was written. */
    boolean apply(Lease lease, boolean first, DatabaseReading reading, TreeHash tree, int format, Published published) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("run", lease.runId());
        values.put("database", lease.databaseId());
        values.put("fence", lease.fence());
        values.put("owner", lease.owner());
        values.put("sequence", published.sequence());
        values.put("outcome", published.outcome());
        values.put("section", published.verdict().section());
        values.put("code", published.verdict().code());
        values.put("reason", encoded(published.verdict().reason()));
        values.put("objects", published.objects());
        values.put("columns", published.columns());
        if (steps.step("finish_work").params(values).update() == 0) {
            return false;
        }
        values.put("readFrom", Timestamp.from(reading.readFrom()));
        values.put("readTo", Timestamp.from(reading.readTo()));
        values.put("sections", SnapshotFacts.sections(reading, published.loss()));
        values.put("visibility", Sight.visibility(reading, published.loss()));
        values.put("treeHash", tree.all().bytes());
        values.put("structureHash", tree.structure().bytes());
        values.put("mode", reading.evidence().partial() ? "incremental" : "full");
        values.put("format", format);
        steps.step(published.snapshot() ? "add_snapshot" : "verify_snapshot")
                .params(values)
                .update();
        if (published.changed()) {
            applyChanges(first, values);
        }
        if (!first) {
            new HoldBook(steps.store()).write(lease.databaseId(), lease.runId(), published.verdict());
        }
        steps.run("refresh_system_names");
        steps.run("refresh_source_ids");
        keepDigests(reading, values);
        steps.step("clear_stale").params(values).update();
        steps.store()
                .sql("SELECT pg_notify('granary_published', ?)")
                .param(Integer.toString(lease.databaseId()))
                .query((r, n) -> true)
                .single();
        return true;
    }

    private void keepDigests(DatabaseReading reading, Map<String, @Nullable Object> values) {
        values.put("basis", reading.evidence().basis());
        values.put(
                "digests",
                JSON.writeValueAsString(new TreeMap<>(reading.evidence().digests())));
        steps.step(reading.evidence().digests().isEmpty() ? "forget_digests" : "keep_digests")
                .params(values)
                .update();
    }

    private static @Nullable String encoded(@Nullable String text) {
        return text == null ? null : StoredText.encode(text);
    }

    private void applyChanges(boolean first, Map<String, @Nullable Object> values) {
        if (!first) {
            steps.step("close_placements").params(values).update();
        }
        steps.run("identify_added");
        for (var step : new String[] {"add_objects", "re_create_objects", "open_placements"}) {
            steps.step(step).params(values).update();
        }
        steps.step(first ? "add_first_change" : "add_changes").params(values).update();
    }
}

package dev.granary.harvester.publish;

import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.work.Lease;
import java.sql.Timestamp;
import java.util.Map;
import java.util.TreeMap;

/** The publishing transaction: ends the lease, adds the snapshot, and moves placements from the old state to the new. */
final class Publication {

    private final Steps steps;

    Publication(Steps steps) {
        this.steps = steps;
    }

    /** False when the lease was lost: then nothing was written. */
    boolean apply(Lease lease, boolean first, DatabaseReading reading, TreeHash tree, Published published) {
        var values = new TreeMap<String, Object>();
        values.put("run", lease.runId());
        values.put("database", lease.databaseId());
        values.put("fence", lease.fence());
        values.put("sequence", published.sequence());
        values.put("outcome", published.changed() ? "published" : "unchanged");
        values.put("objects", published.objects());
        values.put("columns", published.columns());
        if (steps.step("finish_work").params(values).update() == 0) {
            return false;
        }
        values.put("readFrom", Timestamp.from(reading.readFrom()));
        values.put("readTo", Timestamp.from(reading.readTo()));
        values.put("sections", SnapshotFacts.sections(reading));
        values.put("visibility", SnapshotFacts.visibility(reading));
        values.put("treeHash", tree.all().bytes());
        values.put("structureHash", tree.structure().bytes());
        steps.step("add_snapshot").params(values).update();
        if (published.changed()) {
            applyChanges(first, values);
        }
        steps.run("refresh_system_names");
        steps.step("clear_stale").params(values).update();
        steps.store()
                .sql("SELECT pg_notify('granary_published', ?)")
                .param(Integer.toString(lease.databaseId()))
                .query((r, n) -> true)
                .single();
        return true;
    }

    private void applyChanges(boolean first, Map<String, Object> values) {
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

package dev.granary.harvester.retention;

import java.util.List;

/**
 * What retention let go, or would.
 *
 * @param dryRun nothing was changed
 * @param snapshots snapshots thinned
 * @param placements closed placements deleted
 * @param definitions definitions collected
 * @param parts parts collected
 * @param treeNodes nodes of trees collected
 * @param workRows notes of runs on single databases deleted
 * @param measures months of measures dropped, by their partitions
 * @param interrupted publishers kept the collector out: the rest is collected the next time
 */
public record RetentionReport(
        boolean dryRun,
        long snapshots,
        long placements,
        long definitions,
        long parts,
        long treeNodes,
        long workRows,
        List<String> measures,
        boolean interrupted) {

    public RetentionReport {
        measures = List.copyOf(measures);
    }
}

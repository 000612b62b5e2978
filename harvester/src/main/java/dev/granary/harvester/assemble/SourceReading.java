package dev.granary.harvester.assemble;

import dev.granary.harvester.work.HarvestFailure;
import dev.granary.harvester.work.Lease;

/** Reads a leased database from its source, whole, into a sink. */
public interface SourceReading {

    /** @throws HarvestFailure when the source cannot be reached or a section fails; what the sink took by then is worth nothing */
    DatabaseReading read(Lease lease, ContentSink sink) throws HarvestFailure;
}

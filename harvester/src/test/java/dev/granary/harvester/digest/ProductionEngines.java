package dev.granary.harvester.digest;

import dev.granary.harvester.catalog.KnownEngines;

/** What the program asks of engines, for tests of other rooms. */
public final class ProductionEngines {

    private ProductionEngines() {}

    public static KnownEngines create() {
        return new DigestConfiguration().knownEngines();
    }
}

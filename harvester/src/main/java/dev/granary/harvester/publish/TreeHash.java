package dev.granary.harvester.publish;

import dev.granary.content.ContentHash;

/** The root of a snapshot's tree: over everything, and over structure alone. Databases of equal structure have the same structure hash. */
record TreeHash(ContentHash all, ContentHash structure) {

    static TreeHash of(byte[] all, byte[] structure) {
        return new TreeHash(ContentHash.of(all), ContentHash.of(structure));
    }
}

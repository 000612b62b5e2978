package dev.granary.cache;

import dev.granary.content.ContentHash;

/** The key of a definition in Redis; its version rises when the bytes under it change their shape. */
final class DefinitionKey {

    private static final String PREFIX = "granary:v1:definition:";

    private DefinitionKey() {}

    static String of(ContentHash definition) {
        return PREFIX + definition.hex();
    }

    static ContentHash hash(String key) {
        return ContentHash.ofHex(key.substring(PREFIX.length()));
    }
}

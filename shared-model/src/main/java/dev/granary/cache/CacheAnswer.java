package dev.granary.cache;

import dev.granary.content.ContentHash;
import java.util.Map;

/** What Redis said when asked for definitions. */
public sealed interface CacheAnswer {

    /** Redis answered: a hash without an entry is not cached. */
    record Found(Map<ContentHash, byte[]> documents) implements CacheAnswer {

        public Found {
            documents = Map.copyOf(documents);
        }
    }

    /** Redis could not be asked, which says nothing of what it holds. */
    record Unavailable() implements CacheAnswer {}
}

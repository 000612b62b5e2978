package dev.granary.harvester.assemble;

import dev.granary.content.ContentHash;
import dev.granary.model.Aspect;
import dev.granary.model.ModuleText;
import dev.granary.model.PartContent;
import java.util.Map;
import java.util.Set;

/**
 * Where a reading puts what it finds, in any order, from one thread. What belongs to an owner that is never listed as an object is dropped when
 * the reading is published.
 */
public interface ContentSink {

    void object(SourceObject object);

    /**
     * A part that was read.
     *
     * @param systemNames the names the system made, by place: {@code keys/0} for the first key of the list, {@code defaults/3} for the
     *     default of the third column (1-based ordinal), {@code checks/1}, {@code foreignKeys/0}
     */
    void part(Owner owner, PartContent content, Map<String, String> systemNames);

    /**
     * A module's text by its hash. If it is not stored, {@link #textsToRead} names the owner and the part is still owed.
     *
     * @param options the part but for its text
     * @param textHash SHA-256 of the text in UTF-16, little-endian
     */
    void text(Owner owner, ModuleText options, ContentHash textHash);

    /** Which of the objects whose texts were told by hashes since this was asked last have texts that are not stored, in ascending order. */
    int[] textsToRead();

    /** A part that this one object has and that could not be read, though its section could. */
    void unknown(Owner owner, Aspect aspect);

    /** Forgets what these sections have put here: they are read again. */
    void discard(Set<Section> sections);
}

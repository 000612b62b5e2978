package dev.granary.harvester.absence;

import org.jspecify.annotations.Nullable;

/**
 * What is held of a publication, and why; {@link #NOTHING} where nothing is.
 *
 * @param items objects that are kept, and objects of which parts are carried forward, that somebody must decide about
 * @param objects how many objects in a schema are kept, decided about or not
 * @param columns theirs
 */
public record Verdict(
        int items,
        int objects,
        int columns,
        @Nullable String section,
        @Nullable String code,
        @Nullable String reason) {

    public static final Verdict NOTHING = new Verdict(0, 0, 0, null, null, null);

    public boolean isHeld() {
        return items > 0;
    }
}

package dev.granary.model;

import org.jspecify.annotations.Nullable;

/**
 * An extended property.
 *
 * @param level null for the object itself, else {@code column}, {@code parameter}, {@code index} or {@code constraint}
 * @param target the name of what it is on at that level; null for the object itself
 * @param name the property's name, such as {@link #MS_DESCRIPTION}
 */
public record Description(
        @Nullable String level,
        @Nullable String target,
        String name,
        @Nullable String value) {

    /** The property that tools show as an object's description. */
    public static final String MS_DESCRIPTION = "MS_Description";
}

package dev.granary.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies lists that may be absent: an empty list is left out of the bytes and comes back as null. */
final class Lists {

    private Lists() {}

    static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}

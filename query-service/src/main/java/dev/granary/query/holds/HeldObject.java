package dev.granary.query.holds;

import java.util.List;

/** What a hold lists: an object, or the parts of one that can no longer be read; {@code schema} is empty for what lives in none. */
record HeldObject(int id, String kind, String schema, String name, List<String> parts) {

    HeldObject {
        parts = List.copyOf(parts);
    }
}

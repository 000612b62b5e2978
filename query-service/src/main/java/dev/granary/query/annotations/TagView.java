package dev.granary.query.annotations;

import java.time.Instant;

/** A tag of an object; {@code by} is the prefix of the key that it was put on with. */
record TagView(String tag, String by, Instant at) {}

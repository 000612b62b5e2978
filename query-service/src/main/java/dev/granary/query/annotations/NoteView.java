package dev.granary.query.annotations;

import java.time.Instant;

/** A note about an object; {@code by} is the prefix of the key that it was written with. */
record NoteView(long id, String text, String by, Instant at) {}

package dev.granary.query.annotations;

import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.nio.charset.StandardCharsets;

/** What a note says, as it stands in the body of a request. */
final class NoteText {

    /** In characters of Unicode; the store has it in a check of its own. */
    static final int LONGEST = 10_000;

    private NoteText() {}

    /** Refuses what the store cannot hold: text of a source is escaped for it, but a note is kept and shown as it was written. */
    static String read(String text) {
        if (text.isBlank()) {
            throw refusal("text is missing: a note says something");
        }
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            throw refusal("text has %d characters, and a note at most %d: write several".formatted(length, LONGEST));
        }
        if (text.indexOf(0) >= 0) {
            throw refusal("text must not contain U+0000, which the store cannot hold: leave it out");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw refusal("text must not contain half a surrogate pair, which the store cannot hold: leave it out");
        }
        return text;
    }

    private static RefusedException refusal(String detail) {
        return new RefusedException(Reason.INVALID_PARAMETER, detail);
    }
}

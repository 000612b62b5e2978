package dev.granary.query.annotations;

import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.util.regex.Pattern;

/** A tag among the parameters of a request: a label as servers bear them, but of characters that survive in a path. */
public final class Tag {

    /** As the store has it in a check of its own. */
    static final String PATTERN = "[a-z0-9][a-z0-9._-]{0,62}";

    private static final Pattern TAG = Pattern.compile(PATTERN);

    private Tag() {}

    /** Refuses what is none, naming the parameter. */
    public static String read(String parameter, String text) {
        if (!TAG.matcher(text).matches()) {
            throw new RefusedException(
                    Reason.INVALID_PARAMETER,
                    "%s must be 1 to 63 of the characters a-z, 0-9, '.', '_' and '-', the first a letter or digit"
                            .formatted(parameter));
        }
        return text;
    }
}

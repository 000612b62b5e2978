package dev.granary.query.changes;

import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the feed: after the change of this transaction and ordinal. Transactions publish side by side and end in any order, so a place is
 * final only once every transaction before it has ended; the feed is read up to there.
 */
record Position(BigInteger xid, int ordinal) implements Comparable<Position> {

    private static final int MOST = 999_999_999;
    static final Position START = new Position(BigInteger.ZERO, 0);
    private static final Pattern FORM = Pattern.compile("(\\d{1,19})\\.(\\d{1,9})");

    static Position parse(@Nullable String opaque) {
        if (opaque == null) {
            return START;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.US_ASCII);
            var form = FORM.matcher(text);
            if (form.matches()) {
                return new Position(new BigInteger(form.group(1)), Integer.parseInt(form.group(2)));
            }
        } catch (IllegalArgumentException _) {
            throw refused();
        }
        throw refused();
    }

    /** After everything that transactions below the horizon wrote. */
    static Position below(BigInteger horizon) {
        return new Position(horizon.subtract(BigInteger.ONE), MOST);
    }

    String opaque() {
        var text = xid + "." + ordinal;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int compareTo(Position other) {
        return Comparator.comparing(Position::xid)
                .thenComparingInt(Position::ordinal)
                .compare(this, other);
    }

    private static RefusedException refused() {
        return new RefusedException(Reason.INVALID_PARAMETER, "after is not a position that this feed gave");
    }
}

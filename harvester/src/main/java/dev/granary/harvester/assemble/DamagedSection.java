package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.FittedQuery;
import dev.granary.sqlserver.SourceFailure;
import dev.granary.sqlserver.Verdict;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads on where an engine fails on the text of single rows: range by range of the owners, down to those it fails on, which are read without
 * their texts. The number of statements is bounded; what is left when they are used up is read without texts as a whole.
 */
final class DamagedSection<R extends Record> {

    private static final int MOST_ATTEMPTS = 64;

    private final RowStream<R> stream;
    private final FittedQuery texts;
    private final FittedQuery bare;
    private final List<Integer> owners = new ArrayList<>();
    private final Deque<Range> ranges = new ArrayDeque<>();
    private int attempts;
    private int unreadable;

    DamagedSection(RowStream<R> stream, FittedQuery fitted) {
        this.stream = stream;
        this.texts = fitted.between();
        this.bare = fitted.withoutTexts();
    }

    /** Owners, from one place in the list to another, that one excluded. */
    private record Range(int from, int to) {}

    /**
     * Reads all that was not handed on before, and returns how many owners were read without their texts.
     *
     * @throws SQLException when it is no text that the engine fails on
     */
    int read() throws SQLException {
        stream.owners(bare, this::listed);
        int first = after(stream.lastWhole(), 0);
        if (first < owners.size()) {
            ranges.push(new Range(first, owners.size()));
        }
        while (!ranges.isEmpty()) {
            var range = ranges.pop();
            if (attempts >= MOST_ATTEMPTS) {
                readBare(new Range(range.from(), owners.size()));
                ranges.clear();
            } else {
                attempt(range);
            }
        }
        return unreadable;
    }

    private void attempt(Range range) throws SQLException {
        attempts++;
        try {
            stream.read(texts, owners.get(range.from()), owners.get(range.to() - 1));
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw e;
            }
            if (range.to() - range.from() == 1) {
                readBare(range);
            } else {
                split(range);
            }
        }
    }

    /** An engine that streams fails on the very next owner; one that sorts first fails before any. */
    private void split(Range range) {
        int next = after(stream.lastWhole(), range.from());
        int middle = next > range.from() ? Math.min(next + 1, range.to()) : (range.from() + range.to()) / 2;
        if (middle < range.to()) {
            ranges.push(new Range(middle, range.to()));
        }
        if (next < middle) {
            ranges.push(new Range(next, middle));
        }
    }

    private void readBare(Range range) throws SQLException {
        unreadable += range.to() - range.from();
        stream.read(bare.between(), owners.get(range.from()), owners.get(range.to() - 1));
    }

    private void listed(int owner) {
        if (owners.isEmpty() || owners.getLast() != owner) {
            owners.add(owner);
        }
    }

    /** The place of the first owner from there on who is not handed on. */
    private int after(@Nullable Integer lastWhole, int from) {
        int place = from;
        while (lastWhole != null && place < owners.size() && owners.get(place) <= lastWhole) {
            place++;
        }
        return place;
    }

    /** What neither the login nor the wire nor time explains. */
    static boolean isDamage(SQLException thrown) {
        return SourceFailure.of(thrown).verdict() == Verdict.OTHER && thrown.getErrorCode() > 0;
    }
}

package dev.granary.harvester.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever is done to a database, reading what the digests point at publishes what reading everything would. */
class IncrementalEqualsFullTest {

    private static final long[] SEEDS = {1, 20_261_122, 777};
    private static final int EACH = 5;
    private static final int LEAST = 20;
    private static final int DATABASES = 4;
    private static final int LONGEST = 14;

    @Test
    void afterEverySequenceOfChangesAHarvestOfWhatChangedEqualsOneInFull() throws IOException, SQLException {
        var made = new EnumMap<Change, Integer>(Change.class);
        long fresh = new Random().nextLong(1_000_000);
        System.out.println("seeds of this run: %s and, at random, %d".formatted(Arrays.toString(SEEDS), fresh));
        int sequences = 0;
        for (long seed : SEEDS) {
            sequences += changeAndCompare(seed, made);
        }
        sequences += changeAndCompare(fresh, made);
        System.out.println("changes made in %d sequences: %s".formatted(sequences, new TreeMap<>(made)));
        for (var change : Change.values()) {
            assertThat(made.getOrDefault(change, 0)).as(change.name()).isGreaterThanOrEqualTo(LEAST);
        }
    }

    /** Returns how many sequences it took. */
    private static int changeAndCompare(long seed, Map<Change, Integer> made) throws IOException, SQLException {
        var random = new Random(seed);
        try (var stores = new TwoStores();
                var connection = stores.connect()) {
            var databases = new ArrayList<SourceDatabase>();
            for (int i = 0; i < DATABASES; i++) {
                databases.add(harvested(new SourceDatabase("d" + i, connection, random), stores));
            }
            var deck = deck(random);
            var waiting = new HashMap<SourceDatabase, List<Change>>();
            int sequence = 0;
            while (!deck.isEmpty() || !waiting.isEmpty()) {
                var done = new TreeMap<String, List<Change>>();
                for (var database : databases) {
                    var cards = waiting.containsKey(database) ? waiting.remove(database) : new ArrayList<Change>();
                    for (int i = 1 + random.nextInt(LONGEST); i > 0 && !deck.isEmpty(); i--) {
                        cards.add(deck.pop());
                    }
                    Collections.shuffle(cards, random);
                    database.harvested(cards);
                    var changes = cards.stream()
                            .filter(change -> change.make(database))
                            .toList();
                    changes.forEach(change -> made.merge(change, 1, Integer::sum));
                    done.put(database.name(), changes);
                    if (!cards.isEmpty()) {
                        stores.harvest(database.name());
                    }
                    changes.forEach(cards::remove);
                    if (!cards.isEmpty()) {
                        waiting.put(database, cards);
                    }
                }
                var full = stores.fullContent();
                for (var database : databases) {
                    assertThat(stores.incrementalContent(database.name()))
                            .as(
                                    "seed %d, sequence %d, %s after %s",
                                    seed, sequence, database.name(), done.get(database.name()))
                            .isEqualTo(full.get(database.name()));
                }
                sequence++;
            }
            for (var database : databases) {
                assertThat(stores.fullAfterwards(database.name())).isEqualTo("unchanged");
            }
            return sequence;
        }
    }

    /** One of everything, which was harvested once. */
    private static SourceDatabase harvested(SourceDatabase database, TwoStores stores) {
        stores.createEmpty(database.name());
        // Losing all that there is would be held.
        for (int n = 0; n < 3; n++) {
            database.run("CREATE FUNCTION dbo.keep%d (@a int) RETURNS int AS BEGIN RETURN @a END".formatted(n));
        }
        for (var target : Target.values()) {
            database.any(target);
        }
        stores.full(database.name());
        return database;
    }

    /** Every kind as often as every other, shuffled. */
    private static Deque<Change> deck(Random random) {
        var cards = new ArrayList<Change>();
        for (int i = 0; i < EACH; i++) {
            cards.addAll(List.of(Change.values()));
        }
        Collections.shuffle(cards, random);
        return new ArrayDeque<>(cards);
    }
}

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
    private static final int LONGEST = 12;

    @Test
    void afterEverySequenceOfChangesAHarvestOfWhatChangedEqualsOneInFull() throws IOException, SQLException {
        var made = new EnumMap<Change, Integer>(Change.class);
        long fresh = new Random().nextLong(1_000_000);
        System.out.println("seeds of this run: %s and, at random, %d".formatted(Arrays.toString(SEEDS), fresh));
        for (long seed : SEEDS) {
            changeAndCompare(seed, made);
        }
        changeAndCompare(fresh, made);
        System.out.println("changes made: " + new TreeMap<>(made));
        for (var change : Change.values()) {
            assertThat(made.getOrDefault(change, 0)).as(change.name()).isGreaterThanOrEqualTo(LEAST);
        }
    }

    private static void changeAndCompare(long seed, Map<Change, Integer> made) throws IOException, SQLException {
        var random = new Random(seed);
        try (var stores = new TwoStores();
                var connection = stores.connect()) {
            var databases = new ArrayList<SourceDatabase>();
            for (int i = 0; i < DATABASES; i++) {
                var database = new SourceDatabase("d" + i, connection, random);
                stores.createEmpty(database.name());
                // Losing all that there is would be held.
                for (int n = 0; n < 3; n++) {
                    database.run("CREATE FUNCTION dbo.keep%d (@a int) RETURNS int AS BEGIN RETURN @a END".formatted(n));
                }
                stores.full(database.name());
                databases.add(database);
            }
            var deck = deck(random);
            int sequence = 0;
            while (!deck.isEmpty()) {
                var done = new TreeMap<String, List<Change>>();
                for (var database : databases) {
                    var changes = new ArrayList<Change>();
                    for (int i = 1 + random.nextInt(LONGEST); i > 0 && !deck.isEmpty(); i--) {
                        var change = deck.pop();
                        change.make(database);
                        changes.add(change);
                        made.merge(change, 1, Integer::sum);
                    }
                    done.put(database.name(), changes);
                    if (!changes.isEmpty()) {
                        stores.harvest(database.name());
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
        }
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

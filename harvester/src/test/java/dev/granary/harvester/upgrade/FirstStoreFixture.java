package dev.granary.harvester.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Writes the fixture {@code first-store.copy}: what a harvester of the first format wrote of two harvests of {@link Shop}. No run of all tests
 * takes it along, as its name says. Only that harvester can write it: to make it again, check out the commit that added this file and run there
 * {@code mvn -pl harvester -am test -Dtest=FirstStoreFixture -Dsurefire.failIfNoSpecifiedTests=false}; it leaves it in {@code harvester/target}.
 */
class FirstStoreFixture {

    static final String TAG = "first-store";
    static final String FILE = "first-store.copy";

    @Test
    void writesWhatTheFirstFormatWasLike() throws Exception {
        try (var store = TestStore.upTo(TAG);
                var shop = new Shop()) {
            int database = store.database("shop-server", "shop");
            shop.run(Shop.BUILT);
            shop.harvest(store, database);
            shop.run(Shop.ALTERED);
            shop.harvest(store, database);
            try (var connection = store.superuser().getConnection()) {
                Files.writeString(Path.of("target", FILE), StoreDump.of(connection));
            }
        }
        assertThat(Path.of("target", FILE)).content().contains("granary.placement_closed");
    }
}

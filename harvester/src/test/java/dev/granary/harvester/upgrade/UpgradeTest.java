package dev.granary.harvester.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A store that a harvester of the first format wrote, brought to the newest schema and harvested by today's harvester. */
class UpgradeTest {

    private static final int DATABASE = 1;
    private static final String OBJECTS =
            "SELECT c.object_id || ' ' || c.kind || ' ' || n.name FROM granary.placement_current c JOIN granary.name n ON n.id = c.name_id"
                    + " WHERE c.database_id = ? ORDER BY c.object_id";
    private static final String CHANGES =
            "SELECT sequence || ' ' || event || ' ' || coalesce(object_id, 0) FROM granary.change WHERE database_id = ? ORDER BY xid, ordinal";

    private final TestStore store = TestStore.upTo(FirstStoreFixture.TAG);
    private final Shop shop = new Shop();

    @BeforeEach
    void loadAndMigrate() throws Exception {
        var dump = new ClassPathResource(FirstStoreFixture.FILE, UpgradeTest.class)
                .getContentAsString(StandardCharsets.UTF_8);
        try (var connection = store.superuser().getConnection()) {
            StoreDump.load(dump, connection);
        }
        store.migrate();
        shop.run(Shop.BUILT);
        shop.run(Shop.ALTERED);
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
        store.close();
    }

    @Test
    void upgradesAStoreOfTheFormatBeforeByAHarvestWithoutOneChangeEvent() throws Exception {
        var objects = store.list(OBJECTS, DATABASE);
        var changes = store.list(CHANGES, DATABASE);

        shop.harvest(store, DATABASE);

        assertThat(objects).hasSize(21);
        assertThat(store.list(OBJECTS, DATABASE)).containsAll(objects);
        assertThat(changes).hasSize(6);
        assertThat(store.list(CHANGES, DATABASE)).isEqualTo(changes);
        assertThat(store.list(
                        "SELECT sequence::text FROM granary.snapshot WHERE database_id = ? ORDER BY sequence",
                        DATABASE))
                .isEqualTo(List.of("1", "2", "3"));
        assertThat(store.list(
                        "SELECT DISTINCT coalesce(cause::text, 'source') FROM granary.placement_current WHERE database_id = ?"
                                + " AND from_sequence = 3",
                        DATABASE))
                .as("what a newer format tells of an old database renews its placements")
                .isEqualTo(List.of("1"));
    }

    @Test
    void tellsARealChangeThatComesWithTheNewFormat() throws Exception {
        shop.execute("ALTER TABLE stock.new_name ADD colour varchar(20) NULL");

        shop.harvest(store, DATABASE);

        assertThat(store.list(CHANGES, DATABASE).subList(6, 7)).containsExactly("3 altered 2");
    }
}

package dev.granary.harvester.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.assemble.Section;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SteadyReadingTest {

    /** Only the section of columns asks for it. */
    private static final String COLUMNS = "AS default_expression";

    /** The statement of all digests asks for it. */
    private static final String DIGESTS = "CHECKSUM_AGG";

    private static final int ALWAYS = Integer.MAX_VALUE;

    private TwoStores stores;
    private Connection connection;
    private SourceDatabase database;
    private int added;

    @BeforeEach
    void startAServer() throws SQLException {
        stores = new TwoStores();
        connection = stores.connect();
        database = new SourceDatabase("busy", connection, new Random(1));
        stores.createEmpty(database.name());
        database.run("CREATE TABLE dbo.t (id int NOT NULL PRIMARY KEY)");
    }

    @AfterEach
    void stopTheServer() throws IOException, SQLException {
        connection.close();
        stores.close();
    }

    @Test
    void readsAgainWhatMovedWhileItWasRead() throws SQLException {
        stores.full(database.name());
        addColumn();
        stores.changeAfter(COLUMNS, 1, this::addColumn);

        stores.harvest(database.name());

        assertThat(stores.answered()).isEqualTo(2);
        assertThat(stores.unstableSections(database.name())).isEmpty();
        publishedEverything();
    }

    @Test
    void publishesAsUnstableWhatMovedEachTimeAndReadsItAgainAtTheNextHarvest() throws SQLException {
        stores.full(database.name());
        addColumn();
        stores.changeAfter(COLUMNS, ALWAYS, this::addColumn);

        stores.harvest(database.name());

        assertThat(stores.answered()).as("readings").isEqualTo(3);
        isUnstableAndMendedByTheNextHarvest();
    }

    @Test
    void looksAtTheDigestsOnceWhereADatabaseReadInFullIsAsItWas() throws SQLException {
        stores.full(database.name());
        stores.changeAfter(DIGESTS, 0, this::addColumn);

        stores.full(database.name());

        assertThat(stores.answered()).as("looks").isEqualTo(1);
    }

    @Test
    void leavesWhatMovedDuringTheFirstReadingToTheNextHarvest() throws SQLException {
        stores.changeAfter(COLUMNS, ALWAYS, this::addColumn);

        stores.full(database.name());

        assertThat(stores.answered()).as("readings").isEqualTo(1);
        stores.changeAfter(COLUMNS, 0, this::addColumn);
        stores.harvest(database.name());
        publishedEverything();
    }

    @Test
    void keepsNoDigestOfWhatMovedEachTimeOfAHarvestInFull() throws SQLException {
        stores.full(database.name());
        stores.changeAfter(COLUMNS, ALWAYS, this::addColumn);

        stores.full(database.name());

        assertThat(stores.answered()).as("readings").isEqualTo(3);
        isUnstableAndMendedByTheNextHarvest();
    }

    private void isUnstableAndMendedByTheNextHarvest() throws SQLException {
        stores.changeAfter(COLUMNS, 0, this::addColumn);
        assertThat(stores.unstableSections(database.name()))
                .containsExactlyInAnyOrderElementsOf(Digest.COLUMNS.sections().stream()
                        .map(Section::sectionName)
                        .toList());
        assertThat(stores.incrementalContent(database.name()))
                .as("the last column came after the last reading")
                .isNotEqualTo(stores.fullContent().get(database.name()));

        stores.harvest(database.name());

        assertThat(stores.unstableSections(database.name())).isEmpty();
        publishedEverything();
    }

    private void publishedEverything() {
        assertThat(stores.incrementalContent(database.name()))
                .isEqualTo(stores.fullContent().get(database.name()));
    }

    private void addColumn() {
        stores.run("USE %s; ALTER TABLE dbo.t ADD c%d int NULL".formatted(database.name(), added++));
    }
}

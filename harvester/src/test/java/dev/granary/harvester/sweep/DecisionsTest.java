package dev.granary.harvester.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.runs.HarvestMode;
import dev.granary.harvester.runs.HarvestRequest;
import dev.granary.registry.NameFilter;
import dev.granary.registry.NamePattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    private static final NameFilter NO_ARCHIVES =
            new NameFilter(List.of(NamePattern.of("*")), List.of(NamePattern.of("archive*")));

    @Test
    void harvestsWhatIsOnlineAndOpenToTheLogin() {
        assertThat(decide(database("Orders"))).isInstanceOf(Decision.Harvest.class);
    }

    @Test
    void skipsADatabaseThatIsNotOnlineAndSaysWhatItIs() {
        assertThat(decide(new ListedDatabase(
                        5, "Old", null, "RECOVERY_PENDING", "MULTI_USER", 0, false, null, null, null, null)))
                .isEqualTo(new Decision.Skip("recovery-pending", "The database is RECOVERY PENDING on the server."));
    }

    @Test
    void skipsADatabaseThatTheLoginMayNotEnter() {
        assertThat(decide(new ListedDatabase(5, "Pay", null, "ONLINE", "MULTI_USER", 0, false, "x", null, null, null)))
                .isInstanceOfSatisfying(
                        Decision.Skip.class, skip -> assertThat(skip.code()).isEqualTo("denied"));
    }

    @Test
    void doesNotTakeTheOnlySeatOfASingleUserDatabase() {
        assertThat(decide(new ListedDatabase(5, "Fix", null, "ONLINE", "SINGLE_USER", 1, false, "x", null, null, null)))
                .isInstanceOfSatisfying(
                        Decision.Skip.class, skip -> assertThat(skip.code()).isEqualTo("single-user"));
    }

    @Test
    void doesNotWakeAClosedDatabaseUnlessItIsNamed() {
        var closed = new ListedDatabase(5, "Tiny", null, "ONLINE", "MULTI_USER", 1, true, null, null, null, null);
        var named = new HarvestRequest(null, NamePattern.of("tiny"), HarvestMode.FULL);

        assertThat(decide(closed))
                .isInstanceOfSatisfying(
                        Decision.Skip.class, skip -> assertThat(skip.code()).isEqualTo("auto-closed"));
        assertThat(new Decisions("srv", NO_ARCHIVES, named).of(closed)).isInstanceOf(Decision.Harvest.class);
    }

    @Test
    void wakesNoClosedDatabaseForAnIncrementalHarvestHoweverItIsNamed() {
        var closed = new ListedDatabase(5, "Tiny", null, "ONLINE", "MULTI_USER", 1, true, null, null, null, null);
        var open = new ListedDatabase(5, "Tiny", null, "ONLINE", "MULTI_USER", 1, true, "x", null, null, null);
        var registered = new NameFilter(List.of(NamePattern.of("tiny")), List.of());
        var incremental = new HarvestRequest(null, NamePattern.of("tiny"), HarvestMode.INCREMENTAL);

        assertThat(new Decisions("srv", registered, incremental).of(closed))
                .isInstanceOfSatisfying(
                        Decision.Skip.class, skip -> assertThat(skip.code()).isEqualTo("auto-closed"));
        assertThat(new Decisions("srv", registered, incremental).of(open)).isInstanceOf(Decision.Harvest.class);
        assertThat(new Decisions("srv", registered, HarvestRequest.EVERYTHING).of(closed))
                .isInstanceOf(Decision.Harvest.class);
    }

    @Test
    void leavesOutSnapshotsSystemDatabasesAndWhatTheRegistryExcludes() {
        assertThat(decide(new ListedDatabase(9, "Snap", 5, "ONLINE", "MULTI_USER", 1, false, "x", null, null, null)))
                .isInstanceOf(Decision.Excluded.class);
        assertThat(decide(database("master"))).isInstanceOf(Decision.Excluded.class);
        assertThat(decide(database("Archive2019"))).isInstanceOf(Decision.Excluded.class);
    }

    @Test
    void harvestsASystemDatabaseThatIsNamedExactly() {
        var withMsdb = new NameFilter(List.of(NamePattern.of("*"), NamePattern.of("msdb")), List.of());

        assertThat(new Decisions("srv", withMsdb, HarvestRequest.EVERYTHING).of(database("msdb")))
                .isInstanceOf(Decision.Harvest.class);
    }

    @Test
    void touchesNothingThatTheRequestIsNotAbout() {
        var orders = new HarvestRequest(null, NamePattern.of("ord*"), HarvestMode.FULL);

        assertThat(new Decisions("srv", NO_ARCHIVES, orders).of(database("Stock")))
                .isInstanceOf(Decision.Elsewhere.class);
        assertThat(new Decisions("srv", NO_ARCHIVES, orders).of(database("Orders")))
                .isInstanceOf(Decision.Harvest.class);
    }

    private static Decision decide(ListedDatabase database) {
        return new Decisions("srv", NO_ARCHIVES, HarvestRequest.EVERYTHING).of(database);
    }

    private static ListedDatabase database(String name) {
        return new ListedDatabase(5, name, null, "ONLINE", "MULTI_USER", 1, false, "x", (short) 160, null, null);
    }
}

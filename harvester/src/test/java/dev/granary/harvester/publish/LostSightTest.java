package dev.granary.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.work.HarvestFailure;
import org.junit.jupiter.api.Test;

/** For how long a login that sees less than before is expected to see as much again. */
class LostSightTest extends HarvestsWithHolds {

    @Test
    void goesOnHoldingWhatWentMissingOnlyInTheRunOfTheRelease() throws HarvestFailure {
        harvest(tables(1, 60));
        viewDefinition = false;
        harvest(tables(1, 59));
        var run = store.lease(database);
        release(run);
        harvest(run, tables(1, 58));
        harvest(tables(1, 58));

        assertThat(events(3)).containsExactly("removed release");
        assertThat(outcome(4)).isEqualTo("held visibility-fell");
        assertThat(items()).containsExactly("t59");
    }

    @Test
    void doesNotTakeALossForMeantThatCameWithTheReleaseOfACleanUp() throws HarvestFailure {
        harvest(tables(1, 60));
        harvest(tables(1, 40));
        var run = store.lease(database);
        release(run);
        viewDefinition = false;
        harvest(run, tables(1, 40));
        harvest(tables(1, 39));

        assertThat(events(3)).hasSize(20).containsOnly("removed release");
        assertThat(outcome(4)).isEqualTo("held visibility-fell");
        assertThat(items()).containsExactly("t40");
    }

    @Test
    void expectsNoMoreThanItSeesOnceTheLossWasReleased() throws HarvestFailure {
        harvest(tables(1, 60));
        viewDefinition = false;
        harvest(tables(1, 59));
        var run = store.lease(database);
        release(run);
        harvest(run, tables(1, 59));
        harvest(tables(1, 58));

        assertThat(events(3)).containsExactly("removed release");
        assertThat(outcome(4)).isEqualTo("published");
        assertThat(holds()).containsExactly("applied");
    }
}

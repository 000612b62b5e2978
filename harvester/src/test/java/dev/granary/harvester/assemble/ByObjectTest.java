package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.assemble.Owner.Space;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByObjectTest {

    private final List<String> groups = new ArrayList<>();
    private final ByObject<Integer> rows = new ByObject<>(
            row -> new Owner(Space.OBJECT, row / 10), (owner, group) -> groups.add(owner.id() + ":" + group));

    @Test
    void handsOnConsecutiveRowsOfOneOwnerTogether() {
        for (int row : List.of(10, 11, 20, 30, 31, 32)) {
            rows.row(row);
        }
        assertThat(groups).containsExactly("1:[10, 11]", "2:[20]");

        rows.end();
        assertThat(groups).containsExactly("1:[10, 11]", "2:[20]", "3:[30, 31, 32]");
    }

    @Test
    void handsOnNothingOfNoRows() {
        rows.end();

        assertThat(groups).isEmpty();
    }
}

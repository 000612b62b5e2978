package dev.granary.harvester.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreOutageTest {

    @ParameterizedTest
    @CsvSource({"08006, true", "57P01, true", "40001, true", "40P01, true", "23505, false", "42501, false"})
    void tellsWhatPassesByItselfFromARefusal(String state, boolean passes) {
        var failure = new IllegalStateException(new SQLException("", state));

        assertThat(StoreOutage.isBehind(failure)).isEqualTo(passes);
    }
}

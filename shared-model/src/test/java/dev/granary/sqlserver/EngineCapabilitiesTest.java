package dev.granary.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineCapabilitiesTest {
    @ParameterizedTest
    @CsvSource({"2,true", "3,true", "4,true", "8,true", "9,true", "0,true", "5,false", "6,false", "11,false", "12,false"
    })
    void knowsWhichEnginesHaveUse(int edition, boolean supportsUse) {
        assertThat(new EngineCapabilities("16.0.1000.6", edition).supportsUse()).isEqualTo(supportsUse);
    }
}

package dev.granary.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SettingsJsonTest {
    private static final ServerSettings SETTINGS = ServerSettings.at("db", 1434);

    @Test
    void writesTheOptionsAsTheFileNamesThem() {
        assertThat(SettingsJson.write(SETTINGS)).isEqualTo("""
                        {"host":"db","port":1434,"instance":null,\
                        "tls":{"encrypt":"true","trustServerCertificate":false},"applicationIntent":"ReadWrite",\
                        "databases":{"include":["*"],"exclude":[]},"schemas":{"include":["*"],"exclude":[]},\
                        "limits":{"connections":4,"loginTimeoutSeconds":15,"statementTimeoutSeconds":300},\
                        "schedule":{"full":"0 0 2 * * ?","incremental":"every 1h","measures":"0 0 5 * * ?","zone":"UTC",\
                        "misfire":"once","overlap":"wait","blackout":[]}}""");
    }

    @Test
    void readsAScheduleThatAnOlderVersionStored() {
        String older = SettingsJson.write(SETTINGS)
                .replaceFirst(
                        "\"schedule\":.*", "\"schedule\":{\"full\":\"0 30 3 * * ?\",\"zone\":\"Europe/Berlin\"}}");

        Schedule read = SettingsJson.read("erp", older).schedule();

        assertThat(read.full().text()).isEqualTo("0 30 3 * * ?");
        assertThat(read.zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(read.incremental()).isEqualTo(Schedule.DEFAULT.incremental());
    }

    @Test
    void readsBackWhatItWroteWhateverTheOrderOrTheNewerOptions() {
        String stored = SettingsJson.write(SETTINGS);
        String newer = stored.replaceFirst("\\{", "{\"invented\":{\"later\":1},");

        assertThat(SettingsJson.read("erp", newer)).isEqualTo(SETTINGS);
        assertThat(SettingsJson.same(stored, SETTINGS)).isTrue();
        assertThat(SettingsJson.same(newer, SETTINGS)).isFalse();
    }

    @Test
    void namesTheServerWhoseSettingsItCannotRead() {
        assertThatThrownBy(() -> SettingsJson.read("erp", "{}")).hasMessageContaining("stored for server erp");
    }
}

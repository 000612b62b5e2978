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
                        "schedule":{"full":"0 0 2 * * ?","zone":"UTC"}}""");
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

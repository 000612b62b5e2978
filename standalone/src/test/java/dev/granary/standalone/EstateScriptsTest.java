package dev.granary.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EstateScriptsTest {

    private static final Map<String, String> PASSWORDS =
            Map.of("HARVEST_PASSWORD", "s3cret", "QUERY_PASSWORD", "other");

    private final EstateScripts estate = EstateScripts.load();

    @Test
    void knowsTheThreeServers() {
        assertThat(estate.servers()).containsExactly("erp-prod", "saas-prod", "shop-prod");
    }

    @Test
    void runsLoginsFirstThenTheTemplateOncePerTenantThenTheDrift() {
        assertThat(estate.scripts("saas-prod"))
                .extracting(Script::name)
                .startsWith("010-logins.sql", "100-tenant@tenant_001.sql", "100-tenant@tenant_002.sql")
                .endsWith("100-tenant@tenant_025.sql", "900-drift.sql")
                .hasSize(27)
                .isSorted();
    }

    @Test
    void fillsEveryVariable() {
        for (var server : estate.servers()) {
            assertThat(estate.scripts(server))
                    .extracting(script -> script.with(PASSWORDS).text())
                    .allSatisfy(text -> assertThat(text).doesNotContain("$("));
        }
        assertThat(estate.scripts("erp-prod").getFirst().with(PASSWORDS).text()).contains("PASSWORD = N's3cret'");
        assertThat(estate.scripts("saas-prod").get(7).text()).contains("CREATE DATABASE [tenant_007] ");
    }

    @Test
    void refusesAVariableWithoutAValueOrWithOneThatWouldEndItsLiteral() {
        var script = new Script("x.sql", "PRINT N'$(A)'");
        assertThatThrownBy(() -> script.with(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No value for $(A) in x.sql");
        assertThatThrownBy(() -> script.with(Map.of("A", "'; DROP DATABASE x --")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("DROP");
    }

    @Test
    void namesAServerThatItLacks() {
        assertThatThrownBy(() -> estate.scripts("nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }
}

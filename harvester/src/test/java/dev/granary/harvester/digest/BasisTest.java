package dev.granary.harvester.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.registry.AuthenticationType;
import dev.granary.registry.Credential;
import dev.granary.registry.RegisteredServer;
import dev.granary.registry.ServerSettings;
import dev.granary.secrets.Secret;
import dev.granary.sqlserver.EngineCapabilities;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasisTest {

    private static final Basis.Database ERP = new Basis.Database("erp", null, null, null);

    private final RegisteredServer server = new RegisteredServer(
            1,
            "erp",
            null,
            List.of(),
            ServerSettings.at("127.0.0.1", 1433),
            new Credential(AuthenticationType.SQL, "harvest", Secret.of("x")));

    @Test
    void changesWithTheVersionOfAnEngineWhoseProductVersionNeverDoes() {
        var sqlServer = basis(null);

        assertThat(basis("3.4.0"))
                .isEqualTo(basis("3.4.0"))
                .isNotEqualTo(basis("4.1.0"))
                .isNotEqualTo(sqlServer);
        assertThat(sqlServer).isEqualTo(Basis.of(server, new EngineCapabilities("12.0.2000.8", 3), ERP));
    }

    private byte[] basis(String babelfish) {
        return Basis.of(server, new EngineCapabilities("12.0.2000.8", 3, babelfish), ERP);
    }
}

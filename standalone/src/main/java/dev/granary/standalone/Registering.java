package dev.granary.standalone;

import dev.granary.registry.Registry;
import dev.granary.registry.RegistryFile;
import dev.granary.secrets.KeyRing;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the registry in line with a servers.yml, as {@code harvester.jar register} does. */
final class Registering {

    private Registering() {}

    /** @throws dev.granary.registry.ConfigurationException with everything that is wrong in the file */
    static void register(Path servers, Surroundings surroundings, boolean acceptFilterChanges) throws SQLException {
        var definitions = RegistryFile.read(servers, surroundings.lookup());
        var owner = new PGSimpleDataSource();
        owner.setURL(surroundings.get("GRANARY_DB_URL"));
        owner.setUser("granary_owner");
        owner.setPassword(surroundings.get("GRANARY_OWNER_PASSWORD"));
        new Registry(owner, Clock.systemUTC())
                .register(definitions, KeyRing.parse(surroundings.get("ENCRYPTION_KEY")), acceptFilterChanges);
    }
}

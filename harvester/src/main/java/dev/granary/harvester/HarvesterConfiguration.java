package dev.granary.harvester;

import dev.granary.harvester.source.HarvestServers;
import dev.granary.registry.RegisteredServers;
import dev.granary.secrets.KeyRing;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rooms share: the keys, the registry, the clock. */
@Configuration(proxyBeanMethods = false)
class HarvesterConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KeyRing keyRing(@Value("${granary.encryption-key}") String keys) {
        return KeyRing.parse(keys);
    }

    @Bean
    HarvestServers harvestServers(DataSource store, KeyRing keys, Clock clock) {
        return new HarvestServers(new RegisteredServers(store, keys), clock);
    }
}

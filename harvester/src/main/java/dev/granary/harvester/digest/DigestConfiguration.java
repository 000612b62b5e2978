package dev.granary.harvester.digest;

import dev.granary.harvester.catalog.KnownEngines;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all who ask a server share. */
@Configuration(proxyBeanMethods = false)
class DigestConfiguration {

    @Bean
    KnownEngines knownEngines() {
        return new KnownEngines(Digest.statements());
    }

    @Bean
    DatabaseDigests databaseDigests(KnownEngines engines) {
        return new DatabaseDigests(engines, EnumSet.allOf(Digest.class));
    }
}

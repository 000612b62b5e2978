package dev.granary.harvester.publish;

import dev.granary.cache.DefinitionCache;
import dev.granary.cache.RedisClients;
import dev.granary.harvester.assemble.SourceReading;
import dev.granary.harvester.warm.Warmer;
import dev.granary.harvester.work.DatabaseHarvest;
import javax.sql.DataSource;
import org.redisson.api.RedissonClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The harvest of one database, put together. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PublishingConfiguration.class);

    @Bean(destroyMethod = "shutdown")
    RedissonClient redis(@Value("${granary.redis.url}") String url) {
        return RedisClients.open(url);
    }

    @Bean
    DatabaseHarvest databaseHarvest(DataSource store, SourceReading source, RedissonClient redis) {
        var cache = new DefinitionCache(redis);
        // Connecting takes longer than an answer may: done now, the first database to be harvested is warmed too.
        if (!cache.available()) {
            LOG.info("Redis does not answer yet; definitions are read from PostgreSQL until it does");
        }
        return new StoredHarvest(store, source, new Warmer(cache));
    }
}

package dev.granary.query.content;

import dev.granary.cache.DefinitionCache;
import dev.granary.cache.RedisClients;
import dev.granary.query.StartRefused;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redis, which need not be there. */
@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

    @Bean(destroyMethod = "shutdown")
    RedissonClient redis(@Value("${granary.redis.url:}") String url) {
        try {
            return RedisClients.open(url);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(String.valueOf(e.getMessage()));
        }
    }

    @Bean
    DefinitionCache definitionCache(RedissonClient redis) {
        var cache = new DefinitionCache(redis);
        // The first connection takes longest; better now than in somebody's lookup. Whether it succeeds does not matter
        // here.
        var _ = cache.available();
        return cache;
    }
}

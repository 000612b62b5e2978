package dev.granary.query.health;

import dev.granary.cache.DefinitionCache;
import dev.granary.query.pointers.Pointers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indicators and gauges of what this service leans on. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    /** Answers go on, with less behind them. */
    private static final Status DEGRADED = new Status("DEGRADED");

    private static final Duration FRESH = Duration.ofSeconds(1);

    @Bean
    HealthIndicator redisHealthIndicator(DefinitionCache redis) {
        return () -> redis.available()
                ? Health.up().build()
                : Health.status(DEGRADED)
                        .withDetail("reason", "Redis does not answer; definitions are read from PostgreSQL")
                        .build();
    }

    /** Down once lookups are refused; degraded while they still answer from pointers that PostgreSQL has not confirmed of late. */
    @Bean
    HealthIndicator storeHealthIndicator(Pointers pointers, Clock clock) {
        return () -> {
            var confirmed = pointers.confirmedAt();
            if (confirmed == null || !pointers.areGood()) {
                return Health.down()
                        .withDetail("reason", "PostgreSQL does not say what is current")
                        .build();
            }
            var late = Duration.between(confirmed, clock.instant()).compareTo(FRESH) > 0;
            return (late ? Health.status(DEGRADED) : Health.up())
                    .withDetail("pointersConfirmedAt", confirmed)
                    .build();
        };
    }

    @Bean
    Gauge redisGauge(MeterRegistry metrics, DefinitionCache redis) {
        return Gauge.builder("granary.redis.up", redis, r -> r.available() ? 1 : 0)
                .description("Whether Redis answers")
                .register(metrics);
    }

    @Bean
    Gauge pointersGauge(MeterRegistry metrics, Pointers pointers) {
        return Gauge.builder("granary.pointers.good", pointers, p -> p.areGood() ? 1 : 0)
                .description("Whether PostgreSQL has said of late what is current")
                .register(metrics);
    }
}

package dev.granary.query.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.granary.content.ContentHash;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that are good. Keys are looked up by their hash, so a guess learns nothing from the time it takes; a key that was found is
 * remembered for seconds, which is how long a revoked one may still work.
 */
@Component
class ApiKeys {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final JdbcClient store;
    private final Clock clock;
    private final Cache<ContentHash, Caller> callers = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    ApiKeys(JdbcClient store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<Caller> caller(ApiKey key) {
        var hash = ContentHash.of(key.hash());
        var caller = Optional.ofNullable(callers.getIfPresent(hash)).or(() -> read(hash));
        return caller.filter(c -> !c.isExpired(clock.instant()));
    }

    boolean isEmpty() {
        return store.sql("SELECT NOT EXISTS (SELECT FROM granary.api_key)")
                .query(Boolean.class)
                .single();
    }

    void add(ApiKey key, Role role, String note) {
        store.sql("""
                        INSERT INTO granary.api_key (prefix, hash, role, note)
                        VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING
                        """).params(key.prefix(), key.hash(), role.jsonName(), note).update();
    }

    private Optional<Caller> read(ContentHash hash) {
        var caller = store.sql("SELECT prefix, role, expires_at FROM granary.api_key WHERE hash = ?")
                .param(hash.bytes())
                .query(Row.class)
                .optional()
                .map(Row::caller);
        caller.filter(c -> !c.isExpired(clock.instant())).ifPresent(c -> callers.put(hash, c));
        return caller;
    }

    record Row(String prefix, String role, @Nullable OffsetDateTime expiresAt) {

        Caller caller() {
            return new Caller(prefix, Role.named(role), expiresAt == null ? null : expiresAt.toInstant());
        }
    }
}

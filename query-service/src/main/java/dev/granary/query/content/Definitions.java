package dev.granary.query.content;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.granary.cache.CacheAnswer;
import dev.granary.cache.DefinitionCache;
import dev.granary.content.ContentHash;
import dev.granary.content.DefinitionDocument;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import dev.granary.query.store.Sql;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads definitions; the near cache holds their bytes, bounded by how many they are. */
@Component
public class Definitions {

    private static final String PARTS = Sql.beside(Definitions.class, "definition-parts");

    private final JdbcClient store;
    private final DefinitionCache redis;
    private final Cache<ContentHash, byte[]> near;
    private final Counter fromNear;
    private final Counter fromRedis;
    private final Counter fromStore;

    Definitions(
            JdbcClient store,
            DefinitionCache redis,
            MeterRegistry metrics,
            @Value("${granary.near-cache-bytes}") long nearCacheBytes) {
        this.store = store;
        this.redis = redis;
        this.near = Caffeine.newBuilder()
                .maximumWeight(nearCacheBytes)
                .weigher((ContentHash _, byte[] document) -> document.length + 100)
                .build();
        this.fromNear = counter(metrics, "near");
        this.fromRedis = counter(metrics, "redis");
        this.fromStore = counter(metrics, "store");
    }

    /** @param id the definition's number in the store, where it is read if no cache has it */
    public DefinitionDocument read(ContentHash hash, int id, ObjectKind kind) {
        var document = near.getIfPresent(hash);
        if (document != null) {
            fromNear.increment();
        } else {
            document = fromRedis(hash).orElseGet(() -> fromStore(hash, id, kind));
            near.put(hash, document);
        }
        return DefinitionDocument.parse(document);
    }

    private Optional<byte[]> fromRedis(ContentHash hash) {
        var found =
                switch (redis.get(List.of(hash))) {
                    case CacheAnswer.Found answer ->
                        Optional.ofNullable(answer.documents().get(hash));
                    case CacheAnswer.Unavailable _ -> Optional.<byte[]>empty();
                };
        found.ifPresent(_ -> fromRedis.increment());
        return found;
    }

    private byte[] fromStore(ContentHash hash, int id, ObjectKind kind) {
        var bodies = new TreeMap<Aspect, @Nullable String>();
        for (var part : Sql.list(store.sql(PARTS).param("definition", id), Part.class)) {
            bodies.put(Aspect.ofCode(part.aspect()), part.body());
        }
        var document = DefinitionDocument.join(kind, bodies);
        fromStore.increment();
        redis.put(Map.of(hash, document));
        return document;
    }

    private static Counter counter(MeterRegistry metrics, String from) {
        return Counter.builder("granary.definitions.read")
                .description("Definitions read, by where they were found")
                .tag("from", from)
                .register(metrics);
    }

    record Part(int aspect, @Nullable String body) {}
}

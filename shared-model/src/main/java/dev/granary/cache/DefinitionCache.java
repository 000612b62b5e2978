package dev.granary.cache;

import dev.granary.content.ContentHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.redisson.api.BatchOptions;
import org.redisson.api.RBatch;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.ByteArrayCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Definitions in Redis under their hashes, as the bytes of {@link dev.granary.content.DefinitionDocument#join}. Entries have no time to live:
 * Redis evicts them by its own policy. While Redis is down every call says so at once, but for one a second that tries it again.
 */
public final class DefinitionCache {

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionCache.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int BATCH = 500;

    private final RedissonClient redis;
    private final Breaker breaker = new Breaker(RETRY, System::nanoTime);

    public DefinitionCache(RedissonClient redis) {
        this.redis = redis;
    }

    public CacheAnswer get(Collection<ContentHash> definitions) {
        var found = new HashMap<ContentHash, byte[]>();
        for (var batch : batches(definitions)) {
            var keys = batch.stream().map(DefinitionKey::of).toArray(String[]::new);
            var answer = ask(r -> r.getBuckets(ByteArrayCodec.INSTANCE).<byte[]>get(keys));
            if (answer.isEmpty()) {
                return new CacheAnswer.Unavailable();
            }
            answer.get().forEach((key, value) -> found.put(DefinitionKey.hash(key), value));
        }
        return new CacheAnswer.Found(found);
    }

    /** @return whether Redis took them all; what it did not take will be read from PostgreSQL */
    public boolean put(Map<ContentHash, byte[]> documents) {
        for (var batch : batches(documents.entrySet())) {
            if (ask(r -> set(r, batch)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether Redis answers, tried now unless it was found down within the last second. */
    public boolean available() {
        return ask(r -> r.getBucket(DefinitionKey.of(new ContentHash(0, 0, 0, 0)), ByteArrayCodec.INSTANCE)
                        .isExists())
                .isPresent();
    }

    private static boolean set(RedissonClient redis, List<Map.Entry<ContentHash, byte[]>> batch) {
        RBatch commands = redis.createBatch(BatchOptions.defaults().skipResult());
        for (var entry : batch) {
            var _ = commands.<byte[]>getBucket(DefinitionKey.of(entry.getKey()), ByteArrayCodec.INSTANCE)
                    .setAsync(entry.getValue());
        }
        commands.execute();
        return true;
    }

    private <T> Optional<T> ask(Function<RedissonClient, T> question) {
        if (!breaker.mayTry()) {
            return Optional.empty();
        }
        boolean wasUp = breaker.up();
        try {
            var answer = question.apply(redis);
            breaker.succeeded();
            return Optional.of(answer);
        } catch (RedisException e) {
            failed(wasUp, e);
            return Optional.empty();
        } catch (CompletionException e) {
            // So fails who waited while another thread tried to connect for the first time.
            if (!(e.getCause() instanceof RedisException down)) {
                throw e;
            }
            failed(wasUp, down);
            return Optional.empty();
        }
    }

    private void failed(boolean wasUp, RedisException down) {
        breaker.failed();
        if (wasUp) {
            LOG.warn(
                    "Redis no longer answers ({}); definitions are read from PostgreSQL",
                    down.getClass().getSimpleName());
        }
    }

    private static <T> List<List<T>> batches(Collection<T> items) {
        var all = List.copyOf(items);
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(from + BATCH, all.size())));
        }
        return batches;
    }
}

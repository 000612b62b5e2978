package dev.granary.harvester.store;

import dev.granary.content.CanonicalJson;
import dev.granary.content.ContentHash;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.model.PartContent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stores parts by their hashes, a batch at a time: the store is asked which of a batch it lacks, and only those bodies travel, in a
 * transaction of their own. A part that no one comes to use is harmless.
 */
final class PartStore {

    private static final int BATCH_PARTS = 1000;
    private static final long BATCH_BYTES = 8 << 20;
    private static final int MOST_SEEN = 100_000;
    private static final String ADD = SqlFile.read(PartStore.class, "add_parts");
    private static final String FILL_SOURCE_KEYS = SqlFile.read(PartStore.class, "fill_source_keys");
    private static final String KNOWN = "SELECT hash FROM granary.part WHERE hash = ANY (?)";

    private final Connection connection;
    private final NameDictionary names;
    private final CanonicalJson json = new CanonicalJson();
    private final SourceKey sourceKeys = new SourceKey();
    private final StoreQueue queue;
    private Map<ContentHash, Body> gathering = new LinkedHashMap<>();
    private final BinaryCopy incoming = new BinaryCopy("incoming_part (hash, aspect, format, body, source_key)");
    private final Projections projections = new Projections();
    /** Hashes of this reading that are stored for certain: a part that many objects share is asked for once. */
    private final Set<ContentHash> seen = ConcurrentHashMap.newKeySet();

    private long gatheredBytes;

    PartStore(Connection connection, NameDictionary names, StoreQueue queue) {
        this.connection = connection;
        this.names = names;
        this.queue = queue;
    }

    /** The part's hash; its body is stored by the time {@link #flush} and the queue's drain are through. */
    ContentHash add(PartContent content) {
        var hash = json.write(content).hash();
        if (!seen.contains(hash) && !gathering.containsKey(hash)) {
            var body = json.bytes();
            gathering.put(hash, new Body(content, body));
            gatheredBytes += body.length;
            if (gathering.size() >= BATCH_PARTS || gatheredBytes >= BATCH_BYTES) {
                flush();
            }
        }
        return hash;
    }

    /** Hands what has gathered to the queue. */
    void flush() {
        if (!gathering.isEmpty()) {
            var batch = gathering;
            gathering = new LinkedHashMap<>();
            gatheredBytes = 0;
            queue.submit(() -> storeMissing(batch));
        }
    }

    private void storeMissing(Map<ContentHash, Body> batch) throws SQLException {
        var hashes = Set.copyOf(batch.keySet());
        var known = known(hashes);
        fillSourceKeys(batch, known);
        batch.keySet().removeAll(known);
        if (!batch.isEmpty()) {
            store(
                    batch,
                    names.ids(
                            connection,
                            Projections.names(batch.values().stream().map(Body::content))));
        }
        if (seen.size() < MOST_SEEN) {
            seen.addAll(hashes);
        }
    }

    /** A text that was stored before its source told its hash, so that it had to be read once more. */
    private void fillSourceKeys(Map<ContentHash, Body> batch, Set<ContentHash> known) throws SQLException {
        var keys = new HashMap<ContentHash, ContentHash>();
        for (var hash : known) {
            var body = batch.get(hash);
            var key = body == null ? null : sourceKeys.of(body.content());
            if (key != null) {
                keys.put(hash, key);
            }
        }
        if (!keys.isEmpty()) {
            try (var fill = connection.prepareStatement(FILL_SOURCE_KEYS)) {
                fill.setArray(1, hashes(keys.keySet()));
                fill.setArray(2, hashes(keys.values()));
                fill.executeUpdate();
            }
        }
    }

    private Array hashes(Collection<ContentHash> hashes) throws SQLException {
        return connection.createArrayOf(
                "bytea", hashes.stream().map(ContentHash::bytes).toArray(byte[][]::new));
    }

    private Set<ContentHash> known(Set<ContentHash> hashes) throws SQLException {
        var known = new HashSet<ContentHash>();
        try (var ask = connection.prepareStatement(KNOWN)) {
            ask.setArray(1, hashes(hashes));
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    known.add(ContentHash.of(rows.getBytes(1)));
                }
            }
        }
        return known;
    }

    private void store(Map<ContentHash, Body> batch, Map<String, Integer> nameIds) throws SQLException {
        batch.forEach((hash, body) -> incoming.row()
                .bytes(hash.bytes())
                .smallint(body.content().aspect().code())
                .smallint(body.content().aspect().format())
                .bytes(body.bytes())
                .bytes(bytes(sourceKeys.of(body.content()))));
        connection.setAutoCommit(false);
        try {
            incoming.flush(connection);
            for (var added : addIncoming().entrySet()) {
                var body = batch.get(added.getKey());
                if (body != null) {
                    projections.add(added.getValue(), body.content(), nameIds);
                }
            }
            projections.flush(connection);
            try (var empty = connection.createStatement()) {
                empty.execute("TRUNCATE incoming_part");
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            incoming.clear();
            projections.clear();
        }
    }

    private static byte @Nullable [] bytes(@Nullable ContentHash hash) {
        return hash == null ? null : hash.bytes();
    }

    private Map<ContentHash, Long> addIncoming() throws SQLException {
        var added = new HashMap<ContentHash, Long>();
        try (var add = connection.prepareStatement(ADD);
                var rows = add.executeQuery()) {
            while (rows.next()) {
                added.put(ContentHash.of(rows.getBytes(2)), rows.getLong(1));
            }
        }
        return added;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Body(PartContent content, byte[] bytes) {}
}

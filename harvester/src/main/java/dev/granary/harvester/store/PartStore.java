package dev.granary.harvester.store;

import dev.granary.content.CanonicalJson;
import dev.granary.content.ContentHash;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.model.PartContent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Stores parts by their hashes, a batch at a time: the store is asked which of a batch it lacks, and only those bodies travel, in a
 * transaction of their own. A part that no one comes to use is harmless.
 */
final class PartStore {

    private static final int BATCH_PARTS = 1000;
    private static final long BATCH_BYTES = 8 << 20;
    private static final String ADD = SqlFile.read(PartStore.class, "add_parts");
    private static final String KNOWN = "SELECT hash FROM granary.part WHERE hash = ANY (?)";

    private final Connection connection;
    private final NameDictionary names;
    private final CanonicalJson json = new CanonicalJson();
    private final Map<ContentHash, Body> batch = new LinkedHashMap<>();
    private final BinaryCopy incoming = new BinaryCopy("incoming_part (hash, aspect, format, body)");
    private final Projections projections = new Projections();
    /** Hashes of this reading that are stored for certain: a part that many objects share is asked for once. */
    private final Set<ContentHash> seen = new HashSet<>();

    private long batchBytes;
    private long stored;

    PartStore(Connection connection, NameDictionary names) {
        this.connection = connection;
        this.names = names;
    }

    /** The part's hash; its body is stored by the time of the next {@link #flush}. */
    ContentHash add(PartContent content) throws SQLException {
        var hash = json.write(content).hash();
        if (!seen.contains(hash) && !batch.containsKey(hash)) {
            var body = json.bytes();
            batch.put(hash, new Body(content, body));
            batchBytes += body.length;
            if (batch.size() >= BATCH_PARTS || batchBytes >= BATCH_BYTES) {
                flush();
            }
        }
        return hash;
    }

    void flush() throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        var hashes = batch.keySet();
        var known = known();
        if (seen.size() < 100_000) {
            seen.addAll(hashes);
        }
        hashes.removeAll(known);
        if (!batch.isEmpty()) {
            var nameIds = names.ids(
                    connection, Projections.names(batch.values().stream().map(Body::content)));
            store(nameIds);
        }
        batch.clear();
        batchBytes = 0;
    }

    private Set<ContentHash> known() throws SQLException {
        var known = new HashSet<ContentHash>();
        var hashes = batch.keySet().stream().map(ContentHash::bytes).toArray(byte[][]::new);
        try (var ask = connection.prepareStatement(KNOWN)) {
            ask.setArray(1, connection.createArrayOf("bytea", hashes));
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    known.add(ContentHash.of(rows.getBytes(1)));
                }
            }
        }
        return known;
    }

    private void store(Map<String, Integer> nameIds) throws SQLException {
        batch.forEach((hash, body) -> incoming.row()
                .bytes(hash.bytes())
                .smallint(body.content().aspect().code())
                .smallint(body.content().aspect().format())
                .bytes(body.bytes()));
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

    private Map<ContentHash, Long> addIncoming() throws SQLException {
        var added = new HashMap<ContentHash, Long>();
        try (var add = connection.prepareStatement(ADD);
                var rows = add.executeQuery()) {
            while (rows.next()) {
                added.put(ContentHash.of(rows.getBytes(2)), rows.getLong(1));
            }
        }
        stored += added.size();
        return added;
    }

    /** How many parts were new. */
    long stored() {
        return stored;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Body(PartContent content, byte[] bytes) {}
}

package dev.granary.harvester.store;

import dev.granary.content.ContentHash;
import dev.granary.harvester.assemble.Owner;
import dev.granary.model.Aspect;
import dev.granary.model.ModuleText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that are told by their hashes, a batch at a time: those that are stored are staged, the others are to be read. */
final class HashedTexts {

    private static final int BATCH = 1000;
    private static final String STORED = "SELECT source_key, hash FROM granary.part WHERE source_key = ANY (?)";

    private final Connection connection;
    private final StoreQueue queue;
    private final SourceKey keys = new SourceKey();
    private List<Told> gathering = new ArrayList<>();
    private final List<Integer> toRead = new ArrayList<>();

    HashedTexts(Connection connection, StoreQueue queue) {
        this.connection = connection;
        this.queue = queue;
    }

    private record Told(Owner owner, ContentHash key) {}

    void add(Owner owner, ModuleText options, ContentHash textHash) {
        gathering.add(new Told(owner, keys.of(options, textHash)));
        if (gathering.size() >= BATCH) {
            flush();
        }
    }

    /** The owners whose texts are not stored; waits until that is known of all. */
    int[] toRead() {
        flush();
        queue.drain();
        int[] ids = toRead.stream().mapToInt(Integer::intValue).sorted().toArray();
        toRead.clear();
        return ids;
    }

    private void flush() {
        if (!gathering.isEmpty()) {
            var batch = gathering;
            gathering = new ArrayList<>();
            queue.submit(() -> stageStored(batch));
        }
    }

    private void stageStored(List<Told> batch) throws SQLException {
        var stored = stored(batch);
        var staged = Staging.stagedParts();
        for (var told : batch) {
            var part = stored.get(told.key());
            if (part == null) {
                toRead.add(told.owner().id());
            } else {
                staged.row()
                        .smallint(told.owner().space().code())
                        .integer(told.owner().id())
                        .smallint(Aspect.TEXT.code())
                        .bytes(part);
            }
        }
        staged.flush(connection);
    }

    private Map<ContentHash, byte[]> stored(List<Told> batch) throws SQLException {
        var stored = new HashMap<ContentHash, byte[]>();
        try (var ask = connection.prepareStatement(STORED)) {
            ask.setArray(
                    1,
                    connection.createArrayOf(
                            "bytea",
                            batch.stream().map(told -> told.key().bytes()).toArray(byte[][]::new)));
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    stored.put(ContentHash.of(rows.getBytes(1)), rows.getBytes(2));
                }
            }
        }
        return stored;
    }
}

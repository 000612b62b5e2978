package dev.granary.harvester.store;

import dev.granary.content.ContentHash;
import dev.granary.content.StoredText;
import dev.granary.harvester.assemble.ContentSink;
import dev.granary.harvester.assemble.Owner;
import dev.granary.harvester.assemble.Section;
import dev.granary.harvester.assemble.SourceObject;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.model.Aspect;
import dev.granary.model.Columns;
import dev.granary.model.ModuleText;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reading on its way into the store: parts that are new are stored at once, the rest is rows in temporary tables of this connection. The
 * connection stays in auto-commit, so no transaction is open while the source is read. Memory is bounded by the batches. Until {@link #finish}
 * the connection belongs to a thread of its own, so that the store works while the source is read on.
 */
public final class Staging implements ContentSink, AutoCloseable {

    private static final String TABLES = SqlFile.read(Staging.class, "staging");
    private static final int BATCH_OBJECTS = 1000;
    private static final int BATCH_BYTES = 1 << 20;

    private final Connection connection;
    private final NameDictionary names;
    private final StoreQueue queue = new StoreQueue();
    private final PartStore parts;
    private final HashedTexts texts;
    private List<SourceObject> objects = new ArrayList<>();
    private BinaryCopy stagedParts = stagedParts();
    private BinaryCopy stagedSystemNames = stagedSystemNames();
    private int columnCount;

    private Staging(Connection connection, NameDictionary names) {
        this.connection = connection;
        this.names = names;
        this.parts = new PartStore(connection, names, queue);
        this.texts = new HashedTexts(connection, queue);
    }

    /** Empties the connection's staging tables, or makes them. */
    public static Staging open(Connection connection, NameDictionary names) throws SQLException {
        try (var create = connection.createStatement()) {
            create.execute(TABLES);
        }
        return new Staging(connection, names);
    }

    @Override
    public void object(SourceObject object) {
        objects.add(object);
        if (objects.size() >= BATCH_OBJECTS) {
            flushObjects();
        }
    }

    @Override
    public void part(Owner owner, PartContent content, Map<String, String> systemNames) {
        stage(owner, content.aspect(), parts.add(content).bytes());
        systemNames.forEach((place, name) -> stagedSystemNames
                .row()
                .smallint(owner.space().code())
                .integer(owner.id())
                .text(place)
                .text(StoredText.encode(name)));
        if (content instanceof Columns columns) {
            columnCount += columns.columns().size();
        }
    }

    @Override
    public void text(Owner owner, ModuleText options, ContentHash textHash) {
        texts.add(owner, options, textHash);
    }

    @Override
    public int[] textsToRead() {
        return texts.toRead();
    }

    @Override
    public void unknown(Owner owner, Aspect aspect) {
        stage(owner, aspect, null);
    }

    @Override
    public void discard(Set<Section> sections) {
        var kinds = new ArrayList<Integer>();
        var aspects = new ArrayList<Integer>();
        var places = new ArrayList<String>();
        for (var section : sections) {
            section.listed().forEach(kind -> kinds.add(kind.code()));
            section.aspects().forEach(aspect -> aspects.add(aspect.code()));
            places.addAll(SystemNamePlaces.of(section));
            if (section.aspects().contains(Aspect.COLUMNS)) {
                columnCount = 0;
            }
        }
        flushObjects();
        // A text that was read is stored, so that its hash is known when it is told again.
        parts.flush();
        flushStagedParts();
        flushStagedSystemNames();
        queue.submit(() -> {
            delete("DELETE FROM staged_object WHERE kind = ANY (?)", "int2", kinds.toArray());
            delete("DELETE FROM staged_part WHERE aspect = ANY (?)", "int2", aspects.toArray());
            delete(
                    "DELETE FROM staged_system_name WHERE split_part(place, '/', 1) = ANY (?)",
                    "text",
                    places.toArray());
        });
    }

    private void delete(String statement, String type, Object[] values) throws SQLException {
        try (var delete = connection.prepareStatement(statement)) {
            delete.setArray(1, connection.createArrayOf(type, values));
            delete.executeUpdate();
        }
    }

    private void stage(Owner owner, Aspect aspect, byte @Nullable [] hash) {
        stagedParts
                .row()
                .smallint(owner.space().code())
                .integer(owner.id())
                .smallint(aspect.code())
                .bytes(hash);
        if (stagedParts.size() >= BATCH_BYTES) {
            flushStagedParts();
        }
        if (stagedSystemNames.size() >= BATCH_BYTES) {
            flushStagedSystemNames();
        }
    }

    /** Everything that was read is in the store or in the staging tables, which know their sizes; the connection is the caller's again. */
    public void finish() {
        flushObjects();
        parts.flush();
        flushStagedParts();
        flushStagedSystemNames();
        queue.submit(() -> {
            try (var analyze = connection.createStatement()) {
                analyze.execute("ANALYZE staged_object, staged_part, staged_system_name");
            }
        });
        queue.drain();
    }

    private void flushObjects() {
        var batch = objects;
        objects = new ArrayList<>();
        queue.submit(() -> stageObjects(batch));
    }

    private void flushStagedParts() {
        var batch = stagedParts;
        stagedParts = stagedParts();
        queue.submit(() -> batch.flush(connection));
    }

    private void flushStagedSystemNames() {
        var batch = stagedSystemNames;
        stagedSystemNames = stagedSystemNames();
        queue.submit(() -> batch.flush(connection));
    }

    private void stageObjects(List<SourceObject> batch) throws SQLException {
        var wanted = new HashSet<String>();
        for (var object : batch) {
            wanted.add(placementName(object));
            if (object.schema() != null) {
                wanted.add(object.schema());
            }
        }
        var ids = names.ids(connection, wanted);
        var staged = new BinaryCopy(
                "staged_object (space, source_id, kind, schema_name_id, name_id, created_at, modified_at)");
        for (var object : batch) {
            staged.row()
                    .smallint(object.owner().space().code())
                    .integer(object.owner().id())
                    .smallint(object.kind().code())
                    .integer(object.schema() == null ? null : ids.get(object.schema()))
                    .integer(ids.get(placementName(object)))
                    .timestamp(object.createdAt())
                    .timestamp(object.modifiedAt());
        }
        staged.flush(connection);
    }

    static BinaryCopy stagedParts() {
        return new BinaryCopy("staged_part (space, source_id, aspect, hash)");
    }

    private static BinaryCopy stagedSystemNames() {
        return new BinaryCopy("staged_system_name (space, source_id, place, name)");
    }

    /** A database's own name is no part of its content: two databases of one template are equal. */
    private static String placementName(SourceObject object) {
        return object.kind() == ObjectKind.DATABASE ? "" : object.name();
    }

    /** Columns that were read, whether or not the objects that have them were listed. */
    public int columns() {
        return columnCount;
    }

    /** Waits for the store to end what it is at. */
    @Override
    public void close() {
        queue.close();
    }
}

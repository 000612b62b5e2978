package dev.granary.harvester.store;

import dev.granary.content.StoredText;
import dev.granary.harvester.assemble.ContentSink;
import dev.granary.harvester.assemble.Owner;
import dev.granary.harvester.assemble.SourceObject;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.model.Aspect;
import dev.granary.model.Columns;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reading on its way into the store: parts that are new are stored at once, the rest is rows in temporary tables of this connection. The
 * connection stays in auto-commit, so no transaction is open while the source is read. Memory is bounded by the batches.
 */
public final class Staging implements ContentSink {

    private static final String TABLES = SqlFile.read(Staging.class, "staging");
    private static final int BATCH_OBJECTS = 1000;
    private static final int BATCH_BYTES = 1 << 20;

    private final Connection connection;
    private final NameDictionary names;
    private final PartStore parts;
    private final List<SourceObject> objects = new ArrayList<>();
    private final BinaryCopy stagedObjects =
            new BinaryCopy("staged_object (space, source_id, kind, schema_name_id, name_id, created_at, modified_at)");
    private final BinaryCopy stagedParts = new BinaryCopy("staged_part (space, source_id, aspect, hash)");
    private final BinaryCopy stagedSystemNames = new BinaryCopy("staged_system_name (space, source_id, place, name)");
    private int objectCount;
    private int columnCount;

    private Staging(Connection connection, NameDictionary names) {
        this.connection = connection;
        this.names = names;
        this.parts = new PartStore(connection, names);
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
        if (object.kind().inSchema()) {
            objectCount++;
        }
        if (objects.size() >= BATCH_OBJECTS) {
            unchecked(this::flushObjects);
        }
    }

    @Override
    public void part(Owner owner, PartContent content, Map<String, String> systemNames) {
        unchecked(() -> stage(owner, content.aspect(), parts.add(content).bytes()));
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
    public void unknown(Owner owner, Aspect aspect) {
        unchecked(() -> stage(owner, aspect, null));
    }

    private void stage(Owner owner, Aspect aspect, byte @Nullable [] hash) throws SQLException {
        stagedParts
                .row()
                .smallint(owner.space().code())
                .integer(owner.id())
                .smallint(aspect.code())
                .bytes(hash);
        if (stagedParts.size() >= BATCH_BYTES) {
            stagedParts.flush(connection);
        }
        if (stagedSystemNames.size() >= BATCH_BYTES) {
            stagedSystemNames.flush(connection);
        }
    }

    /** Everything that was read is in the store or in the staging tables, which know their sizes. */
    public void finish() throws SQLException {
        flushObjects();
        parts.flush();
        stagedObjects.flush(connection);
        stagedParts.flush(connection);
        stagedSystemNames.flush(connection);
        try (var analyze = connection.createStatement()) {
            analyze.execute("ANALYZE staged_object, staged_part, staged_system_name");
        }
    }

    private void flushObjects() throws SQLException {
        var wanted = new HashSet<String>();
        for (var object : objects) {
            wanted.add(placementName(object));
            if (object.schema() != null) {
                wanted.add(object.schema());
            }
        }
        var ids = names.ids(connection, wanted);
        for (var object : objects) {
            stagedObjects
                    .row()
                    .smallint(object.owner().space().code())
                    .integer(object.owner().id())
                    .smallint(object.kind().code())
                    .integer(object.schema() == null ? null : ids.get(object.schema()))
                    .integer(ids.get(placementName(object)))
                    .timestamp(object.createdAt())
                    .timestamp(object.modifiedAt());
        }
        objects.clear();
        if (stagedObjects.size() >= BATCH_BYTES) {
            stagedObjects.flush(connection);
        }
    }

    /** A database's own name is no part of its content: two databases of one template are equal. */
    private static String placementName(SourceObject object) {
        return object.kind() == ObjectKind.DATABASE ? "" : object.name();
    }

    /** Objects that live in a schema. */
    public int objects() {
        return objectCount;
    }

    public int columns() {
        return columnCount;
    }

    public long partsStored() {
        return parts.stored();
    }

    /** A reader knows nothing of where its rows go; a store that fails beneath it ends the harvest as {@link StoreFailure}. */
    private static void unchecked(StoreStep step) {
        try {
            step.run();
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    private interface StoreStep {
        void run() throws SQLException;
    }
}

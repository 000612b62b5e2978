package dev.granary.emulator.model;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** What a database holds besides its objects: places to store, keys, collections, and what is said of objects elsewhere. */
public final class Extras implements Serializable {

    private static final int FIRST = 65_536;

    private final Registry<DataSpace> dataSpaces = new Registry<>(2);
    private final Registry<PartitionFunction> partitionFunctions = new Registry<>(FIRST);
    private final Registry<XmlCollection> xmlCollections = new Registry<>(FIRST);
    private final Registry<Assembly> assemblies = new Registry<>(FIRST);
    private final Registry<ExternalSource> externalSources = new Registry<>(FIRST);
    private final Registry<ExternalFormat> externalFormats = new Registry<>(FIRST);
    private final Registry<MasterKey> masterKeys = new Registry<>(1);
    private final Registry<EncryptionKey> encryptionKeys = new Registry<>(1);
    private final Registry<FulltextCatalog> fulltextCatalogs = new Registry<>(5);
    private final ConcurrentSkipListMap<Integer, FulltextIndex> fulltextIndexes = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<ColumnKey, Classification> classifications = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, List<Statistics>> statistics = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, List<NumberedProcedure>> numbered = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, String> scopedSettings = new ConcurrentSkipListMap<>();
    private int lastScheme = FIRST;

    public Extras() {
        dataSpaces.put(new DataSpace(1, "PRIMARY", null, List.of()));
    }

    /** A filegroup, or the partition scheme of a function; then the data spaces of its partitions in order. */
    public record DataSpace(int id, String name, @Nullable Integer functionId, List<Integer> destinations)
            implements Registry.Entry {

        public DataSpace {
            destinations = List.copyOf(destinations);
        }
    }

    /** A partition function and its boundaries, written out. */
    public record PartitionFunction(
            int id, String name, TypeUse type, boolean right, List<String> boundaries, LocalDateTime created)
            implements Registry.Entry {

        public PartitionFunction {
            boundaries = List.copyOf(boundaries);
        }
    }

    /** An XML schema collection; the namespaces are those its text targets. */
    public record XmlCollection(int id, String name, int schemaId, LocalDateTime created, List<String> namespaces)
            implements Registry.Entry {

        public XmlCollection {
            namespaces = List.copyOf(namespaces);
        }
    }

    /** An assembly; the set is 1 SAFE, 2 EXTERNAL_ACCESS, 3 UNSAFE. */
    public record Assembly(int id, String name, int permissionSet, LocalDateTime created) implements Registry.Entry {}

    /** CREATE EXTERNAL DATA SOURCE. */
    public record ExternalSource(
            int id,
            String name,
            String type,
            String location,
            @Nullable String database) implements Registry.Entry {}

    /** CREATE EXTERNAL FILE FORMAT. */
    public record ExternalFormat(
            int id, String name, String type, @Nullable String compression) implements Registry.Entry {}

    /** A column master key: where the key is kept, never the key. */
    public record MasterKey(int id, String name, String provider, String path, LocalDateTime created)
            implements Registry.Entry {}

    /** A column encryption key and the master key it is wrapped in. */
    public record EncryptionKey(int id, String name, int masterKeyId, LocalDateTime created)
            implements Registry.Entry {}

    /** A full-text catalogue. */
    public record FulltextCatalog(int id, String name, boolean byDefault, boolean accents) implements Registry.Entry {}

    /** The full-text index of a table; columns with their language. */
    public record FulltextIndex(
            int tableId, int catalogId, int keyIndexId, boolean enabled, List<FulltextColumn> columns)
            implements Serializable {

        public FulltextIndex {
            columns = List.copyOf(columns);
        }
    }

    /** A column of a full-text index. */
    public record FulltextColumn(int columnId, int language) implements Serializable {}

    /** A table's column. */
    public record ColumnKey(int objectId, int columnId) implements Comparable<ColumnKey>, Serializable {

        @Override
        public int compareTo(ColumnKey other) {
            int byObject = Integer.compare(objectId, other.objectId);
            return byObject == 0 ? Integer.compare(columnId, other.columnId) : byObject;
        }
    }

    /** ADD SENSITIVITY CLASSIFICATION; the rank is one of 0, 10, 20, 30, 40. */
    public record Classification(
            ColumnKey on,
            @Nullable String label,
            @Nullable String labelId,
            @Nullable String informationType,
            @Nullable String informationTypeId,
            @Nullable Integer rank)
            implements Serializable {}

    /** CREATE STATISTICS. */
    public record Statistics(
            int id,
            String name,
            List<Integer> columns,
            @Nullable String filter,
            boolean noRecompute) implements Serializable {

        public Statistics {
            columns = List.copyOf(columns);
        }
    }

    /** A procedure after the first of a group: name;2 and so on. */
    public record NumberedProcedure(int objectId, int number, String text) implements Serializable {}

    public Registry<DataSpace> dataSpaces() {
        return dataSpaces;
    }

    /** An id for a partition scheme, whose ids are not the filegroups'. */
    public int nextSchemeId() {
        return ++lastScheme;
    }

    public Registry<PartitionFunction> partitionFunctions() {
        return partitionFunctions;
    }

    public Registry<XmlCollection> xmlCollections() {
        return xmlCollections;
    }

    public Registry<Assembly> assemblies() {
        return assemblies;
    }

    public Registry<ExternalSource> externalSources() {
        return externalSources;
    }

    public Registry<ExternalFormat> externalFormats() {
        return externalFormats;
    }

    public Registry<MasterKey> masterKeys() {
        return masterKeys;
    }

    public Registry<EncryptionKey> encryptionKeys() {
        return encryptionKeys;
    }

    public Registry<FulltextCatalog> fulltextCatalogs() {
        return fulltextCatalogs;
    }

    public ConcurrentSkipListMap<Integer, FulltextIndex> fulltextIndexes() {
        return fulltextIndexes;
    }

    public ConcurrentSkipListMap<ColumnKey, Classification> classifications() {
        return classifications;
    }

    /** The statistics that somebody made, by object_id. */
    public ConcurrentSkipListMap<Integer, List<Statistics>> statistics() {
        return statistics;
    }

    public ConcurrentSkipListMap<Integer, List<NumberedProcedure>> numbered() {
        return numbered;
    }

    /** The database-scoped settings that are not as they come, by name. */
    public ConcurrentSkipListMap<String, String> scopedSettings() {
        return scopedSettings;
    }

    /** How many partitions an index in this data space has. */
    public int partitions(@Nullable Integer dataSpaceId) {
        var space = dataSpaceId == null ? null : dataSpaces.byId(dataSpaceId);
        var function = space == null || space.functionId() == null ? null : partitionFunctions.byId(space.functionId());
        return function == null ? 1 : function.boundaries().size() + 1;
    }

    /** Forgets what was said of an object that is gone. */
    void forget(int objectId) {
        fulltextIndexes.remove(objectId);
        statistics.remove(objectId);
        numbered.remove(objectId);
        forgetColumns(objectId, 0, Integer.MAX_VALUE);
    }

    public void forgetColumn(int objectId, int columnId) {
        forgetColumns(objectId, columnId, columnId);
    }

    private void forgetColumns(int objectId, int from, int to) {
        classifications
                .subMap(new ColumnKey(objectId, from), true, new ColumnKey(objectId, to), true)
                .clear();
    }
}

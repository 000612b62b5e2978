package dev.granary.emulator.model;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The contents of one database. Readers need no lock and see each object whole; changes are made by one thread at a time, under the
 * server's lock.
 */
public final class Catalog implements java.io.Serializable {

    private static final int ID_STEP = 16_000_057;
    private static final int ID_CYCLE = Integer.MAX_VALUE;

    private final boolean caseSensitive;
    private final ConcurrentSkipListMap<Integer, Schema> schemas = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, DbObject> sorted = new ConcurrentSkipListMap<>();
    private final ConcurrentHashMap<Integer, DbObject> byId = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<NameKey, DbObject> byName = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Integer, TypeDef> userTypes = new ConcurrentSkipListMap<>();
    private final Principals principals = new Principals(5);
    private final Extras extras = new Extras();
    private final AtomicLong version = new AtomicLong();
    private final ConcurrentSkipListMap<ExtendedProperty.Key, ExtendedProperty> properties =
            new ConcurrentSkipListMap<>();
    private long lastObjectId = 229_575_856;
    private int lastSchemaId = 4;
    private int lastTypeId = 256;

    public Catalog(boolean caseSensitive) {
        this.caseSensitive = caseSensitive;
    }

    private record NameKey(int schemaId, String name) implements java.io.Serializable {}

    /** Moves with every change that a cached plan or visibility may rest on. */
    public long version() {
        return version.get() + principals.version();
    }

    public Principals principals() {
        return principals;
    }

    public Extras extras() {
        return extras;
    }

    /** An id as SQL Server hands them out: far apart, so that their order is not the order of creation. */
    public int nextObjectId() {
        do {
            lastObjectId = (lastObjectId + ID_STEP) % ID_CYCLE;
        } while (lastObjectId == 0 || byId.containsKey((int) lastObjectId));
        return (int) lastObjectId;
    }

    public String fold(String name) {
        var trimmed = name.stripTrailing();
        return caseSensitive ? trimmed : trimmed.toLowerCase(Locale.ROOT);
    }

    public boolean same(String a, String b) {
        return fold(a).equals(fold(b));
    }

    public Collection<Schema> schemas() {
        return schemas.values();
    }

    public @Nullable Schema schema(int id) {
        return schemas.get(id);
    }

    public @Nullable Schema schema(String name) {
        return schemas.values().stream()
                .filter(s -> same(s.name(), name))
                .findFirst()
                .orElse(null);
    }

    public int nextSchemaId() {
        return ++lastSchemaId;
    }

    public void put(Schema schema) {
        schemas.put(schema.id(), schema);
        version.incrementAndGet();
    }

    public void removeSchema(Schema schema) {
        schemas.remove(schema.id());
        dropProperties(p -> p.onClass() == 3 && p.majorId() == schema.id());
        principals.forget(Permission.On.SCHEMA, schema.id());
        version.incrementAndGet();
    }

    public Collection<DbObject> objects() {
        return sorted.values();
    }

    public int objectCount() {
        return byId.size();
    }

    public @Nullable DbObject byId(int id) {
        return byId.get(id);
    }

    public @Nullable DbObject find(Schema schema, String name) {
        return byName.get(new NameKey(schema.id(), fold(name)));
    }

    public void add(DbObject object) {
        byId.put(object.id(), object);
        sorted.put(object.id(), object);
        byName.put(key(object), object);
        version.incrementAndGet();
    }

    public void remove(DbObject object) {
        byId.remove(object.id());
        sorted.remove(object.id());
        byName.remove(key(object), object);
        for (int onClass : new int[] {1, 2, 7}) {
            properties(onClass, object.id()).clear();
        }
        principals.forget(Permission.On.OBJECT, object.id());
        extras.forget(object.id());
        version.incrementAndGet();
    }

    public void rename(DbObject object, Schema schema, String name) {
        byName.remove(key(object), object);
        object.rename(schema, name);
        byName.put(key(object), object);
        version.incrementAndGet();
    }

    public Collection<TypeDef> userTypes() {
        return userTypes.values();
    }

    public int nextTypeId() {
        return ++lastTypeId;
    }

    public void put(TypeDef type) {
        userTypes.put(type.userTypeId(), type);
        version.incrementAndGet();
    }

    public void removeType(TypeDef type) {
        userTypes.remove(type.userTypeId());
        dropProperties(p -> (p.onClass() == 6 || p.onClass() == 8) && p.majorId() == type.userTypeId());
        version.incrementAndGet();
    }

    public @Nullable TypeDef userType(int schemaId, String name) {
        return userTypes.values().stream()
                .filter(t -> t.schemaId() == schemaId && same(t.name(), name))
                .findFirst()
                .orElse(null);
    }

    /** The extended properties by class, then by what they describe. */
    public Collection<ExtendedProperty> properties() {
        return properties.values();
    }

    public Collection<ExtendedProperty> properties(int onClass, int majorId) {
        return properties
                .subMap(ExtendedProperty.Key.first(onClass, majorId), ExtendedProperty.Key.afterLast(onClass, majorId))
                .values();
    }

    public @Nullable ExtendedProperty property(ExtendedProperty like) {
        return properties.get(like.key());
    }

    /** Adds the property, in place of one of the same name on the same thing. */
    public void put(ExtendedProperty property) {
        properties.put(property.key(), property);
    }

    public void dropProperties(Predicate<ExtendedProperty> which) {
        properties.values().removeIf(which);
    }

    private NameKey key(DbObject object) {
        return new NameKey(object.schema().id(), fold(object.name()));
    }
}

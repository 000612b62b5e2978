package dev.granary.emulator.model;

import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Whatever has an object_id. The id and create_date never change; name, schema and modify_date may. */
public abstract sealed class DbObject implements Serializable
        permits Relation, Routine, Trigger, Constraint, Synonym, Sequence, SecurityPolicy {

    private final int id;
    private final ObjectType type;
    private final LocalDateTime createDate;
    private volatile Schema schema;
    private volatile String name;
    private volatile LocalDateTime modifyDate;
    private volatile @Nullable Integer ownerId;

    protected DbObject(Birth birth, ObjectType type) {
        this.id = birth.id();
        this.type = type;
        this.schema = birth.schema();
        this.name = birth.name();
        this.createDate = birth.at();
        this.modifyDate = birth.at();
    }

    public int id() {
        return id;
    }

    public ObjectType type() {
        return type;
    }

    public Schema schema() {
        return schema;
    }

    public String name() {
        return name;
    }

    public LocalDateTime createDate() {
        return createDate;
    }

    public LocalDateTime modifyDate() {
        return modifyDate;
    }

    /** The principal that owns it, or null for the schema's owner. */
    public @Nullable Integer ownerId() {
        return ownerId;
    }

    public void own(@Nullable Integer principalId) {
        ownerId = principalId;
    }

    /** The object that contains this one, or 0. */
    public int parentId() {
        return 0;
    }

    /** Records that the object was altered. */
    public void touch(LocalDateTime at) {
        modifyDate = at;
    }

    void rename(Schema newSchema, String newName) {
        schema = newSchema;
        name = newName;
    }

    /** What every new object needs to be told. */
    public record Birth(int id, Schema schema, String name, LocalDateTime at) {}
}

package dev.granary.harvester.sweep;

import dev.granary.harvester.digest.Basis;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A database of a server as the store knows it. */
record KnownDatabase(
        int id,
        String name,
        @Nullable Integer sourceDatabaseId,
        @Nullable UUID serviceBrokerGuid,
        @Nullable String collation,
        @Nullable String state,
        @Nullable Short compatibility,
        @Nullable LocalDateTime sourceCreatedAt) {

    /** The same database as the server lists it now; what a closed one cannot tell stays as it was. */
    KnownDatabase seenAs(ListedDatabase listed) {
        var guid = listed.serviceBrokerGuid();
        return new KnownDatabase(
                id,
                listed.databaseName(),
                listed.databaseId(),
                guid == null ? serviceBrokerGuid : UUID.fromString(guid),
                listed.collation() == null ? collation : listed.collation(),
                listed.state(),
                listed.compatibility() == null ? compatibility : listed.compatibility(),
                listed.createdAt() == null ? sourceCreatedAt : listed.createdAt());
    }

    /** By what a reading tells it from another of its name. */
    Basis.Database identity() {
        return new Basis.Database(name, collation, sourceCreatedAt, serviceBrokerGuid);
    }

    static KnownDatabase first(ListedDatabase listed) {
        return new KnownDatabase(0, listed.databaseName(), null, null, null, null, null, null).seenAs(listed);
    }

    /** Whether a listed database of another name is this one renamed. */
    boolean isRenamed(ListedDatabase listed) {
        return sourceDatabaseId != null
                && sourceDatabaseId == listed.databaseId()
                && serviceBrokerGuid != null
                && listed.serviceBrokerGuid() != null
                && serviceBrokerGuid.equals(UUID.fromString(listed.serviceBrokerGuid()));
    }
}

package dev.granary.emulator.model;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A column of a relation or of a function's result. */
public record Column(int id, String name, TypeUse type, boolean nullable, Traits traits) implements Serializable {

    /** What most columns have none of, so that a plain column stays small. */
    public record Traits(
            @Nullable Identity identity,
            @Nullable Computed computed,
            @Nullable String mask,
            boolean sparse,
            boolean rowGuid,
            boolean hidden,
            int generatedAlways,
            Special special)
            implements Serializable {

        public static final Traits NONE = new Traits(null, null, null, false, false, false, 0, Special.NONE);

        public Traits withIdentity(@Nullable Identity now) {
            return new Traits(now, computed, mask, sparse, rowGuid, hidden, generatedAlways, special);
        }

        public Traits withComputed(@Nullable Computed now) {
            return new Traits(identity, now, mask, sparse, rowGuid, hidden, generatedAlways, special);
        }

        public Traits withMask(@Nullable String now) {
            return new Traits(identity, computed, now, sparse, rowGuid, hidden, generatedAlways, special);
        }

        public Traits withSparse(boolean now) {
            return new Traits(identity, computed, mask, now, rowGuid, hidden, generatedAlways, special);
        }

        public Traits withRowGuid(boolean now) {
            return new Traits(identity, computed, mask, sparse, now, hidden, generatedAlways, special);
        }

        public Traits withHidden(boolean now) {
            return new Traits(identity, computed, mask, sparse, rowGuid, now, generatedAlways, special);
        }

        public Traits withGenerated(int now) {
            return new Traits(identity, computed, mask, sparse, rowGuid, hidden, now, special);
        }

        public Traits withSpecial(Special now) {
            return new Traits(identity, computed, mask, sparse, rowGuid, hidden, generatedAlways, now);
        }
    }

    /**
     * What very few columns have.
     *
     * @param xmlCollection the id of the XML schema collection that types it, or 0
     * @param graphType sys.columns.graph_type, 0 for none
     * @param ledgerType sys.columns.ledger_view_column_type, 0 for none
     */
    public record Special(
            int xmlCollection,
            boolean document,
            @Nullable Encryption encryption,
            int graphType,
            int ledgerType,
            boolean columnSet,
            boolean filestream)
            implements Serializable {

        public static final Special NONE = new Special(0, false, null, 0, 0, false, false);

        public Special withXml(int collection, boolean onlyDocuments) {
            return new Special(collection, onlyDocuments, encryption, graphType, ledgerType, columnSet, filestream);
        }

        public Special withEncryption(@Nullable Encryption now) {
            return new Special(xmlCollection, document, now, graphType, ledgerType, columnSet, filestream);
        }

        public Special withColumnSet() {
            return new Special(xmlCollection, document, encryption, graphType, ledgerType, true, filestream);
        }

        public Special withFilestream() {
            return new Special(xmlCollection, document, encryption, graphType, ledgerType, columnSet, true);
        }

        public static Special graph(int type) {
            return new Special(0, false, null, type, 0, false, false);
        }

        public static Special ledger(int type) {
            return new Special(0, false, null, 0, type, false, false);
        }
    }

    /** ENCRYPTED WITH (..); the type is 1 deterministic, 2 randomized. */
    public record Encryption(int keyId, int type, String algorithm) implements Serializable {}

    /** IDENTITY(seed, increment). */
    public record Identity(BigDecimal seed, BigDecimal increment, boolean notForReplication) implements Serializable {}

    /** AS (definition) [PERSISTED]. */
    public record Computed(String definition, boolean persisted) implements Serializable {}

    public Column withName(String newName) {
        return new Column(id, newName, type, nullable, traits);
    }

    public Column withType(TypeUse newType, boolean newNullable) {
        return new Column(id, name, newType, newNullable, traits);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(id, name, type, newNullable, traits);
    }

    public Column withTraits(Traits newTraits) {
        return new Column(id, name, type, nullable, newTraits);
    }
}

package dev.granary.harvester.warm;

import dev.granary.cache.DefinitionCache;
import dev.granary.content.ContentHash;
import dev.granary.content.DefinitionDocument;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a new snapshot's definitions into the cache. When Redis is down they are read from PostgreSQL later: nothing is lost but time. */
public final class Warmer {

    private static final String NEW_DEFINITIONS = SqlFile.read(Warmer.class, "new_definitions");
    private static final int BATCH = 500;

    private final DefinitionCache cache;

    public Warmer(DefinitionCache cache) {
        this.cache = cache;
    }

    /** @param transaction on the store's connection: the driver streams a result only inside one */
    public void warm(JdbcClient store, TransactionTemplate transaction, int database, int sequence) {
        var batch = new Batch();
        transaction.executeWithoutResult(status -> store.sql(NEW_DEFINITIONS)
                .param(database)
                .param(sequence)
                .withFetchSize(BATCH)
                .query(batch::row));
        batch.flush();
    }

    /** Gathers rows into documents and sends them some hundreds at a time. */
    private final class Batch {

        private final Map<ContentHash, byte[]> documents = new HashMap<>();
        private final EnumMap<Aspect, @Nullable String> bodies = new EnumMap<>(Aspect.class);
        private @Nullable ContentHash current;
        private @Nullable ObjectKind kind;
        private boolean redisTakes = true;

        void row(ResultSet row) throws SQLException {
            var hash = ContentHash.of(row.getBytes("hash"));
            if (!hash.equals(current)) {
                finishDocument();
                current = hash;
                kind = ObjectKind.ofCode(row.getInt("kind"));
            }
            int aspect = row.getInt("aspect");
            if (!row.wasNull()) {
                bodies.put(Aspect.ofCode(aspect), row.getString("body"));
            }
        }

        void flush() {
            finishDocument();
            send();
        }

        private void finishDocument() {
            if (current != null && kind != null) {
                documents.put(current, DefinitionDocument.join(kind, bodies));
            }
            current = null;
            bodies.clear();
            if (documents.size() >= BATCH) {
                send();
            }
        }

        private void send() {
            if (redisTakes && !documents.isEmpty()) {
                redisTakes = cache.put(documents);
            }
            documents.clear();
        }
    }
}

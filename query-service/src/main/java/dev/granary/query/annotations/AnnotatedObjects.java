package dev.granary.query.annotations;

import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What tags and notes hang on: everything that was ever harvested and has an id, also what is gone. */
@Component
class AnnotatedObjects {

    /** The first key of the two-key advisory lock under which the tags and notes of an object are written; the second is the object's id. */
    private static final int LOCK = 0x6E6F7465;

    private final JdbcClient store;
    private final TransactionTemplate writing;

    AnnotatedObjects(JdbcClient store, PlatformTransactionManager transactions) {
        this.store = store;
        this.writing = new TransactionTemplate(transactions);
        // Whoever waited for the lock must see what was written before it; reading has one state for all its
        // statements.
        writing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    void refuseUnknown(int object) {
        boolean known = store.sql("SELECT EXISTS (SELECT FROM granary.object WHERE id = :object)")
                .param("object", object)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new RefusedException(Reason.NOT_FOUND, "There is no object %d".formatted(object));
        }
    }

    /** Does what writes about an object after whoever else does, so that the number of what hangs on it can be counted first. */
    <T> T write(int object, Supplier<T> work) {
        return Objects.requireNonNull(writing.execute(_ -> {
            refuseUnknown(object);
            store.sql("SELECT true FROM pg_advisory_xact_lock(:lock, :object)")
                    .param("lock", LOCK)
                    .param("object", object)
                    .query(Boolean.class)
                    .single();
            return work.get();
        }));
    }
}

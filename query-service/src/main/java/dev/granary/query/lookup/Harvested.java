package dev.granary.query.lookup;

import dev.granary.query.pointers.CurrentSnapshot;
import dev.granary.query.pointers.DatabasePointer;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;

/** Tells a database that was never read from one that has nothing in it. */
final class Harvested {

    private Harvested() {}

    static CurrentSnapshot snapshot(DatabasePointer database) {
        var snapshot = database.snapshot();
        if (snapshot == null) {
            var why = database.reason() == null ? "" : ": " + database.reason();
            throw new RefusedException(
                    Reason.NOT_HARVESTED, "Database %s has not been harvested yet%s".formatted(database.name(), why));
        }
        return snapshot;
    }
}

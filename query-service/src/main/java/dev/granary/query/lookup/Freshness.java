package dev.granary.query.lookup;

import dev.granary.query.pointers.DatabasePointer;
import org.springframework.http.ResponseEntity;

/** The headers that say how old an answer is, on 200 and 304 alike. */
final class Freshness {

    static final String SNAPSHOT_AT = "Granary-Snapshot-At";
    static final String VERIFIED_AT = "Granary-Verified-At";
    static final String STALE = "Granary-Stale";

    private Freshness() {}

    static <T> ResponseEntity<T> answer(DatabasePointer database, T body) {
        var answer = ResponseEntity.ok();
        var snapshot = database.snapshot();
        if (snapshot != null) {
            answer.header(SNAPSHOT_AT, snapshot.at().toString())
                    .header(VERIFIED_AT, snapshot.verifiedAt().toString())
                    .header(STALE, Boolean.toString(database.isStale()));
        }
        return answer.body(body);
    }
}

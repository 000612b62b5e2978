package dev.granary.query.requests;

import dev.granary.content.StoredText;
import dev.granary.query.store.Sql;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes requests for the harvester and reads what came of them; it writes nothing else. */
@Component
public class Requests {

    private static final String ADD = Sql.beside(Requests.class, "add-request");
    private static final String ONE = Sql.beside(Requests.class, "request");

    private final JdbcClient store;

    Requests(JdbcClient store) {
        this.store = store;
    }

    /** @param caller the prefix of the key that asks */
    public RequestView add(String kind, RequestBody body, String caller) {
        return store.sql(ADD)
                .param("kind", kind)
                .param("body", body.json())
                .param("by", caller)
                .query(Row.class)
                .single()
                .view();
    }

    Optional<RequestView> byId(long id) {
        return store.sql(ONE).param("id", id).query(Row.class).optional().map(Row::view);
    }

    record Row(
            long id,
            String kind,
            String status,
            String requestedBy,
            OffsetDateTime requestedAt,
            @Nullable OffsetDateTime takenAt,
            @Nullable Long run,
            @Nullable String reason) {

        RequestView view() {
            return new RequestView(
                    id,
                    kind,
                    status,
                    requestedBy,
                    requestedAt.toInstant(),
                    takenAt == null ? null : takenAt.toInstant(),
                    run,
                    reason == null ? null : StoredText.decode(reason));
        }
    }
}

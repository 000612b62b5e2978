package dev.granary.query.lookup;

import dev.granary.model.NameCollation;
import dev.granary.query.pointers.DatabasePointer;
import dev.granary.query.pointers.Pointers;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds databases among the pointers. */
@Component
public class Databases {

    /** Names of databases compare by the server's collation, which is not stored: by that of most servers, once nothing is spelt exactly so. */
    private static final NameCollation SERVER_COLLATION = NameCollation.of(null);

    private final Pointers pointers;
    private final JdbcClient store;

    Databases(Pointers pointers, JdbcClient store) {
        this.pointers = pointers;
        this.store = store;
    }

    List<DatabasePointer> all() {
        return pointers.all();
    }

    List<DatabasePointer> ofServer(String server) {
        var databases = pointers.ofServer(server);
        if (databases.isEmpty() && !isRegistered(server)) {
            throw new RefusedException(Reason.NOT_FOUND, "There is no server %s".formatted(server));
        }
        return databases;
    }

    public DatabasePointer byId(int id) {
        return pointers.byId(id)
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "There is no database %d".formatted(id)));
    }

    public DatabasePointer byName(String server, String name) {
        var databases = ofServer(server);
        var exact = databases.stream().filter(d -> d.name().equals(name)).findFirst();
        return exact.orElseGet(() -> {
            var same = databases.stream()
                    .filter(d -> SERVER_COLLATION.same(d.name(), name))
                    .toList();
            if (same.size() != 1) {
                throw new RefusedException(
                        Reason.NOT_FOUND, "There is no database %s on server %s".formatted(name, server));
            }
            return same.getFirst();
        });
    }

    private boolean isRegistered(String server) {
        return store.sql("SELECT EXISTS (SELECT FROM granary.server WHERE name = ?)")
                .param(server)
                .query(Boolean.class)
                .single();
    }
}

package dev.granary.query.lookup;

import dev.granary.content.DefinitionDocument;
import dev.granary.model.Aspect;
import dev.granary.model.Memberships;
import dev.granary.model.Permissions;
import dev.granary.model.PrincipalOptions;
import dev.granary.query.content.Definitions;
import dev.granary.query.store.Sql;
import dev.granary.query.web.Page;
import dev.granary.query.web.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists who is known to a database. */
@Component
class Principals {

    private static final String PRINCIPALS = Sql.beside(Principals.class, "principals");
    private static final String READING = Sql.beside(Principals.class, "principals-reading");
    private static final Reading NOT_ASKED =
            new Reading("never", "No harvest has asked for principals yet: the next one will.");
    private static final int CHUNK = 1001;

    private final JdbcClient store;
    private final Definitions definitions;

    Principals(JdbcClient store, Definitions definitions) {
        this.store = store;
        this.definitions = definitions;
    }

    /** How the last harvest fared with them. */
    record Reading(String status, @Nullable String reason) {}

    Reading reading(int database) {
        var found = Sql.list(store.sql(READING).param("database", database), Reading.class);
        return found.isEmpty() ? NOT_ASKED : found.getFirst();
    }

    /** The key of a page is the last row's name and kind. */
    Page<PrincipalView> page(int database, NameFilter name, PageRequest request) {
        var found = new ArrayList<Placement>();
        int chunk = name.isAny() ? request.limit() + 1 : CHUNK;
        var after = request.after().orElse(null);
        while (true) {
            var rows = rows(database, name, after, chunk);
            rows.stream().filter(row -> name.matches(row.name())).forEach(found::add);
            if (rows.size() < chunk || found.size() > request.limit()) {
                break;
            }
            after = key(rows.getLast());
        }
        var page = found.subList(0, Math.min(found.size(), request.limit() + 1));
        return Page.of(page, request, Principals::key).map(this::view);
    }

    private List<Placement> rows(int database, NameFilter name, @Nullable List<String> after, int limit) {
        var statement = store.sql(PRINCIPALS)
                .param("database", database)
                .param("name_like", name.like())
                .param("after_name", after == null ? null : after.get(0))
                .param("after_kind", after == null ? null : after.get(1))
                .param("limit", limit);
        return Sql.list(statement, Placement.class);
    }

    private static List<String> key(Placement row) {
        return List.of(row.name(), row.objectKind().jsonName());
    }

    private PrincipalView view(Placement row) {
        var definition = definitions.read(row.hash(), row.definitionId(), row.objectKind());
        var options = definition.part(PrincipalOptions.class).orElse(new PrincipalOptions(null, null, null, null));
        return new PrincipalView(
                row.decodedName(),
                row.objectKind().jsonName(),
                options.type(),
                options.authentication(),
                options.defaultSchema(),
                options.owner(),
                definition.part(Memberships.class).map(Memberships::roles).orElse(List.of()),
                permissions(definition),
                definition.unknown().stream().map(Aspect::jsonName).sorted().toList());
    }

    private static List<PrincipalView.PermissionView> permissions(DefinitionDocument definition) {
        return definition.part(Permissions.class).map(Permissions::permissions).orElse(List.of()).stream()
                .map(p -> new PrincipalView.PermissionView(
                        p.state(), p.permission(), p.on(), p.schema(), p.name(), p.column()))
                .toList();
    }
}

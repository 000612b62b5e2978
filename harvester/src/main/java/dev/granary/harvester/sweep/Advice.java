package dev.granary.harvester.sweep;

import static dev.granary.sqlserver.SqlServerName.quote;

import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.harvester.catalog.HarvestedKind;
import dev.granary.harvester.catalog.Right;
import dev.granary.harvester.catalog.Source;
import dev.granary.harvester.sweep.ServerFinding.Missing;
import dev.granary.sqlserver.EngineCapabilities;
import dev.granary.sqlserver.StatementNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which sections of a database a missing right makes incomplete, and the least grants that would complete them on that version and edition. */
final class Advice {

    private static final Set<String> SECURITY =
            Set.of("sys.database_principals", "sys.database_role_members", "sys.database_permissions");
    private static final String GUEST = "guest";

    private final EngineCapabilities engine;
    private final String login;

    /** @param login the login's name as the server knows it */
    Advice(EngineCapabilities engine, String login) {
        this.engine = engine;
        this.login = login;
    }

    List<Missing> of(String database, RightsRow rights) {
        if (rights.viewDefinition() == null || engine.isBabelfish()) {
            return List.of(new Missing(
                    database,
                    "rights-unknown",
                    "The engine does not say what the login may see: what is hidden from it looks absent.",
                    List.of(),
                    List.of()));
        }
        var missing = new ArrayList<Missing>();
        boolean definitions = has(rights.viewDefinition());
        if (!definitions) {
            missing.add(missing(
                    database,
                    rights,
                    "view-definition",
                    "The login lacks VIEW DEFINITION: objects it has no right on and the texts of modules would be missing.",
                    described(),
                    "GRANT VIEW DEFINITION TO %s;"));
        } else if (lacks(rights.viewSecurityDefinition())) {
            missing.add(missing(
                    database,
                    rights,
                    "view-security-definition",
                    "The login lacks VIEW SECURITY DEFINITION: owners, principals and permissions would be missing.",
                    naming(SECURITY),
                    "GRANT VIEW SECURITY DEFINITION TO %s;"));
        }
        if (definitions && lacks(rights.viewClassification())) {
            missing.add(missing(
                    database,
                    rights,
                    "view-classification",
                    "The login lacks VIEW ANY SENSITIVITY CLASSIFICATION: how columns are classified would be missing.",
                    HarvestedKind.sourcesBy(Right.VIEW_CLASSIFICATION),
                    "GRANT VIEW ANY SENSITIVITY CLASSIFICATION TO %s;"));
        }
        if (lacks(rights.selectDependencies())) {
            missing.add(missing(
                    database,
                    rights,
                    "select-dependencies",
                    "The login may not read sys.sql_expression_dependencies: what refers to what would be missing.",
                    HarvestedKind.sourcesBy(Right.SELECT_DEPENDENCIES),
                    "GRANT SELECT ON sys.sql_expression_dependencies TO %s;"));
        }
        return missing;
    }

    /** For a login that may not enter a database that it sees. */
    List<String> toEnter(String database) {
        return List.of(in(database, "CREATE USER %s FOR LOGIN %s;".formatted(quote(login), quote(login))));
    }

    /** For a login that does not see which databases there are, or may not. */
    Optional<Missing> toList(Listing.Extent extent) {
        return switch (extent) {
            case ALL -> Optional.empty();
            case PART ->
                Optional.of(new Missing(
                        null,
                        "view-any-database",
                        "The login lacks VIEW ANY DATABASE: databases it may not enter are not even listed, and none is ever called dropped.",
                        List.of(),
                        List.of(
                                isAzure()
                                        ? "ALTER SERVER ROLE [##MS_DatabaseConnector##] ADD MEMBER %s; -- in master"
                                                .formatted(quote(login))
                                        : "GRANT VIEW ANY DATABASE TO %s; -- in master".formatted(quote(login)))));
            case UNTOLD ->
                Optional.of(new Missing(
                        null,
                        "rights-unknown",
                        "The engine does not say whether it lists every database to the login: none is ever called dropped.",
                        List.of(),
                        List.of()));
        };
    }

    private Missing missing(
            String database, RightsRow rights, String code, String reason, Set<String> sections, String grant) {
        var grants = new ArrayList<String>();
        var user = rights.userName();
        if (user == null || user.equals(GUEST)) {
            // Whoever is nobody in the database can be granted nothing there.
            grants.addAll(toEnter(database));
            user = login;
        }
        // Who owns the database is called dbo in it, and has every right.
        grants.add(in(database, grant.formatted(quote(user))));
        return new Missing(database, code, reason, List.copyOf(new TreeSet<>(sections)), grants);
    }

    private String in(String database, String statement) {
        return isAzure()
                ? "%s -- in %s".formatted(statement, quote(database))
                : "USE %s; %s".formatted(quote(database), statement);
    }

    /** Where a connection stays in its database, and the server has roles instead of rights. */
    private boolean isAzure() {
        return !engine.supportsUse();
    }

    private static Set<String> described() {
        var sections = new TreeSet<String>();
        for (var kind : HarvestedKind.values()) {
            // Every other right on a section adds to VIEW DEFINITION, without which the names it needs are hidden.
            if (kind.source() instanceof Source.Section section && kind.right() != Right.CONNECT) {
                sections.add(section.name());
            }
        }
        sections.addAll(HarvestedKind.sourcesBy(Right.VIEW_DEFINITION));
        return sections;
    }

    private static Set<String> naming(Set<String> views) {
        var sections = new TreeSet<String>();
        for (var query : CatalogQuery.ALL) {
            if (StatementNames.of(query.sql()).views().stream().anyMatch(views::contains)) {
                sections.add(query.name());
            }
        }
        return sections;
    }

    private static boolean has(@Nullable Integer right) {
        return right != null && right == 1;
    }

    /** Not where the engine knows no such right. */
    private static boolean lacks(@Nullable Integer right) {
        return right != null && right == 0;
    }
}

package dev.granary.harvester.assemble;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.PermissionRow;
import dev.granary.harvester.catalog.PrincipalRow;
import dev.granary.harvester.catalog.RoleMemberRow;
import dev.granary.model.Aspect;
import dev.granary.model.Memberships;
import dev.granary.model.ObjectKind;
import dev.granary.model.Permission;
import dev.granary.model.Permissions;
import dev.granary.model.PrincipalOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is known to a database and what he was granted. The principals that every database has are listed only once something is granted to them
 * that not every database grants, so the three sections are read together and principals first.
 */
final class SecurityAssembly {

    /** The last of public, dbo, guest, INFORMATION_SCHEMA and sys. */
    private static final int LAST_BUILT_IN = 4;

    private static final String MADE_BY_THE_SYSTEM = "##";

    private final ContentSink sink;
    private final Map<Owner, Held> held = new HashMap<>();

    SecurityAssembly(ContentSink sink) {
        this.sink = sink;
    }

    static Owner owner(int principalId) {
        return new Owner(Space.PRINCIPAL, principalId);
    }

    void principal(PrincipalRow row) {
        var owner = owner(row.principalId());
        var kind = kind(row.principalType().strip());
        var object = new SourceObject(owner, kind, null, row.principalName(), row.createdAt(), row.modifiedAt());
        var user = kind == ObjectKind.DATABASE_USER;
        var options = new PrincipalOptions(
                user ? ObjectAssembly.lower(row.typeDescription()) : null,
                user ? ObjectAssembly.lower(row.authentication()) : null,
                kind == ObjectKind.DATABASE_ROLE ? null : row.defaultSchema(),
                user ? null : row.ownerName());
        if (isEverywhere(row)) {
            held.put(owner, new Held(object, options));
        } else {
            list(object, options);
        }
    }

    void memberships(Owner member, List<RoleMemberRow> rows) {
        show(member);
        var roles = new TreeSet<String>();
        for (var row : rows) {
            if (row.roleName() == null) {
                sink.unknown(member, Aspect.MEMBERSHIPS);
                return;
            }
            roles.add(row.roleName());
        }
        sink.part(member, new Memberships(List.copyOf(roles)), Map.of());
    }

    /** Unknown as a whole where the login may not see the name of something that a permission is on. */
    void permissions(Owner grantee, List<PermissionRow> rows) {
        show(grantee);
        var permissions = new TreeSet<>(SecurableNames.ORDER);
        for (var row : rows) {
            var securable = SecurableNames.of(row);
            if (securable == null) {
                sink.unknown(grantee, Aspect.PERMISSIONS);
                return;
            }
            permissions.add(new Permission(
                    Objects.requireNonNullElse(ObjectAssembly.lower(row.stateDescription()), ""),
                    row.permissionName(),
                    securable.on(),
                    securable.schema(),
                    securable.name(),
                    securable.column()));
        }
        sink.part(grantee, new Permissions(new ArrayList<>(permissions)), Map.of());
    }

    private void show(Owner owner) {
        var hidden = held.remove(owner);
        if (hidden != null) {
            list(hidden.object(), hidden.options());
        }
    }

    private void list(SourceObject object, PrincipalOptions options) {
        sink.object(object);
        sink.part(object.owner(), options, Map.of());
    }

    private static boolean isEverywhere(PrincipalRow row) {
        return row.principalId() <= LAST_BUILT_IN
                || row.fixedRole()
                || row.principalName().startsWith(MADE_BY_THE_SYSTEM);
    }

    private static ObjectKind kind(String type) {
        return switch (type) {
            case "R" -> ObjectKind.DATABASE_ROLE;
            case "A" -> ObjectKind.APPLICATION_ROLE;
            default -> ObjectKind.DATABASE_USER;
        };
    }

    /** A principal that is listed only if more is said of it. */
    private record Held(SourceObject object, PrincipalOptions options) {}

    /** What a permission is on, by name. */
    record Securable(
            String on,
            @Nullable String schema,
            @Nullable String name,
            @Nullable String column) {}
}

package dev.granary.emulator.views;

import dev.granary.emulator.engine.SqlType;
import dev.granary.emulator.model.Permission;
import dev.granary.emulator.model.Principal;
import dev.granary.emulator.model.Principals;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Principals, their roles and what they were granted, in a database and on the server. */
final class SecurityViews {

    private static final Map<String, String> PERMISSION_CODES = Map.ofEntries(
            Map.entry("SELECT", "SL"),
            Map.entry("INSERT", "IN"),
            Map.entry("UPDATE", "UP"),
            Map.entry("DELETE", "DL"),
            Map.entry("EXECUTE", "EX"),
            Map.entry("CONNECT", "CO"),
            Map.entry("CONTROL", "CL"),
            Map.entry("ALTER", "AL"),
            Map.entry("REFERENCES", "RF"),
            Map.entry("VIEW DEFINITION", "VW"),
            Map.entry("TAKE OWNERSHIP", "TO"),
            Map.entry("CONNECT SQL", "COSQ"),
            Map.entry("VIEW ANY DATABASE", "VWDB"),
            Map.entry("VIEW ANY DEFINITION", "VWAD"),
            Map.entry("VIEW SERVER STATE", "VWSS"),
            Map.entry("VIEW DATABASE STATE", "VWDS"),
            Map.entry("CONNECT ANY DATABASE", "CADB"));

    static final CatalogView<Principal> DATABASE_PRINCIPALS = CatalogView.<Principal>sys("database_principals")
            .sysname("name", Principal::name)
            .integer("principal_id", Principal::id)
            .chars("type", 1, p -> String.valueOf(p.kind()))
            .nvarchar("type_desc", 60, p -> p.kindDescription(false))
            .sysname("default_schema_name", p -> p.kind() == 'R' ? null : p.home())
            .datetime("create_date", Principal::createDate)
            .datetime("modify_date", Principal::modifyDate)
            .integer("owning_principal_id", p -> p.kind() == 'R' ? p.ownerId() : null)
            .add("sid", SqlType.VARBINARY, 85, 0, 0, (p, s) -> {
                var login = p.login();
                return login == null ? null : Sids.of(login);
            })
            .bit("is_fixed_role", Principal::fixedRole)
            .integer("authentication_type", p -> p.login() == null ? 0 : 1)
            .nvarchar("authentication_type_desc", 60, p -> p.login() == null ? "NONE" : "INSTANCE")
            .nulls(SqlType.NVARCHAR, "default_language_name")
            .nulls(SqlType.INT, "default_language_lcid")
            .unset("allow_encrypted_value_modifications")
            .key(
                    List.of("principal_id"),
                    1,
                    s -> databasePrincipals(s),
                    (s, v) -> Rows.filter(databasePrincipals(s), p -> p.id() == v[0]))
            .build();

    static final CatalogView<Principals.Membership> DATABASE_ROLE_MEMBERS = CatalogView.<Principals.Membership>sys(
                    "database_role_members")
            .integer("role_principal_id", Principals.Membership::roleId)
            .integer("member_principal_id", Principals.Membership::memberId)
            .scan(s -> Rows.filter(
                    s.catalog().principals().memberships(),
                    m -> s.access().onDatabase("VIEW SECURITY DEFINITION")
                            || s.access().roles().contains(m.memberId())))
            .build();

    static final CatalogView<Permission> DATABASE_PERMISSIONS = permissions(
            "database_permissions",
            s -> Rows.filter(
                    s.catalog().principals().permissions(),
                    p -> s.access().onDatabase("VIEW SECURITY DEFINITION")
                            || s.access().roles().contains(p.granteeId())));

    static final CatalogView<Principal> SERVER_PRINCIPALS = CatalogView.<Principal>sys("server_principals")
            .sysname("name", Principal::name)
            .integer("principal_id", Principal::id)
            .add("sid", SqlType.VARBINARY, 85, 0, 0, (p, s) -> Sids.of(p.name()))
            .chars("type", 1, p -> String.valueOf(p.kind()))
            .nvarchar("type_desc", 60, p -> p.kindDescription(true))
            .bit("is_disabled", Principal::disabled)
            .datetime("create_date", Principal::createDate)
            .datetime("modify_date", Principal::createDate)
            .sysname("default_database_name", Principal::home)
            .sysname("default_language_name", p -> p.kind() == 'R' ? null : "us_english")
            .nulls(SqlType.INT, "credential_id")
            .integer("owning_principal_id", p -> p.kind() == 'R' ? p.ownerId() : null)
            .bit("is_fixed_role", Principal::fixedRole)
            .key(
                    List.of("principal_id"),
                    1,
                    s -> serverPrincipals(s),
                    (s, v) -> Rows.filter(serverPrincipals(s), p -> p.id() == v[0]))
            .build();

    static final CatalogView<Permission> SERVER_PERMISSIONS =
            permissions("server_permissions", s -> s.server().principals().permissions());

    static final CatalogView<Principals.Membership> SERVER_ROLE_MEMBERS = CatalogView.<Principals.Membership>sys(
                    "server_role_members")
            .integer("role_principal_id", Principals.Membership::roleId)
            .integer("member_principal_id", Principals.Membership::memberId)
            .scan(s -> s.server().principals().memberships())
            .build();

    private SecurityViews() {}

    private static CatalogView<Permission> permissions(String name, Function<Scope, Iterable<Permission>> rows) {
        return CatalogView.<Permission>sys(name)
                .tinyint("class", p -> p.on().code())
                .nvarchar("class_desc", 60, p -> p.on().description())
                .integer("major_id", Permission::majorId)
                .integer("minor_id", Permission::minorId)
                .integer("grantee_principal_id", Permission::granteeId)
                .integer("grantor_principal_id", p -> 1)
                .chars("type", 4, p -> PERMISSION_CODES.getOrDefault(p.name(), "OTHR"))
                .nvarchar("permission_name", 128, Permission::name)
                .chars("state", 1, p -> String.valueOf(p.state()))
                .nvarchar("state_desc", 60, p -> switch (p.state()) {
                    case 'D' -> "DENY";
                    case 'W' -> "GRANT_WITH_GRANT_OPTION";
                    default -> "GRANT";
                })
                .scan(rows)
                .build();
    }

    private static Iterable<Principal> databasePrincipals(Scope s) {
        boolean all = s.access().onDatabase("VIEW SECURITY DEFINITION");
        return Rows.filter(
                s.catalog().principals().all(),
                p -> all || p.fixedRole() || p.id() <= 4 || s.access().roles().contains(p.id()));
    }

    private static Iterable<Principal> serverPrincipals(Scope s) {
        boolean all = s.access().onServer("VIEW ANY DEFINITION");
        return Rows.filter(
                s.server().principals().all(),
                p -> all || p.kind() == 'R' || p.id() == 1 || p.name().equalsIgnoreCase(s.login()));
    }
}

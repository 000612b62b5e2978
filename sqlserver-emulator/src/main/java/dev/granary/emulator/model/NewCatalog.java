package dev.granary.emulator.model;

import java.time.LocalDateTime;
import java.util.List;

/** What a database holds before anybody has put anything into it: its schemas, fixed roles and dbo. */
public final class NewCatalog {

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2003, 4, 8, 9, 10, 42, 287_000_000);
    private static final List<String> FIXED_ROLES = List.of(
            "db_owner",
            "db_accessadmin",
            "db_securityadmin",
            "db_ddladmin",
            "",
            "db_backupoperator",
            "db_datareader",
            "db_datawriter",
            "db_denydatareader",
            "db_denydatawriter");

    private NewCatalog() {}

    public static Catalog of(String collation, String ownerLogin) {
        var catalog = new Catalog(Database.caseSensitive(collation));
        catalog.put(new Schema(Schema.DBO, "dbo", 1));
        catalog.put(new Schema(Schema.GUEST, "guest", 2));
        catalog.put(new Schema(Schema.INFORMATION_SCHEMA, "INFORMATION_SCHEMA", 3));
        catalog.put(new Schema(Schema.SYS, "sys", 4));
        var principals = catalog.principals();
        principals.put(new Principal(0, "public", 'R', null, null, 1, false, false, LONG_AGO));
        principals.put(new Principal(1, "dbo", 'S', ownerLogin, "dbo", 0, false, false, LONG_AGO));
        principals.put(new Principal(2, "guest", 'S', null, "guest", 0, false, false, LONG_AGO));
        principals.put(new Principal(3, "INFORMATION_SCHEMA", 'S', null, null, 0, false, false, LONG_AGO));
        principals.put(new Principal(4, "sys", 'S', null, null, 0, false, false, LONG_AGO));
        for (int i = 0; i < FIXED_ROLES.size(); i++) {
            var name = FIXED_ROLES.get(i);
            if (!name.isEmpty()) {
                int id = 16384 + i;
                principals.put(new Principal(id, name, 'R', null, null, 1, true, false, LONG_AGO));
                // The schemas that carry the roles' names have the roles' ids.
                catalog.put(new Schema(id, name, id));
            }
        }
        principals.join(16384, 1);
        return catalog;
    }
}

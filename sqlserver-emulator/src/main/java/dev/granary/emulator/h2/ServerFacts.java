package dev.granary.emulator.h2;

import dev.granary.emulator.model.Database;
import dev.granary.emulator.model.Server;
import org.jspecify.annotations.Nullable;

/** What SERVERPROPERTY, DATABASEPROPERTYEX and SQL_VARIANT_PROPERTY answer. */
final class ServerFacts {

    private ServerFacts() {}

    static @Nullable String property(Server server, String name) {
        var profile = server.profile();
        return switch (name) {
            case "productversion", "resourceversion" -> profile.productVersion();
            case "babelfishversion" -> server.settings().otherVersion();
            case "productlevel" -> profile.productLevel();
            case "productmajorversion" -> String.valueOf(profile.majorVersion());
            case "productminorversion" -> "0";
            case "productbuild" -> profile.productVersion().split("\\.", -1)[2];
            case "edition" -> profile.edition();
            case "engineedition" -> String.valueOf(profile.engineEdition());
            case "collation" -> profile.collation();
            case "servername" -> profile.name();
            case "machinename", "computernamephysicalnetbios" -> machine(profile.name());
            case "instancename" ->
                profile.name().contains("\\")
                        ? profile.name().substring(profile.name().indexOf('\\') + 1)
                        : null;
            case "ishadrenabled", "isclustered", "isintegratedsecurityonly", "issingleuser", "isfulltextinstalled" ->
                "0";
            case "isxtpsupported" -> "1";
            case "lcid" -> "1033";
            case "buildclrversion" -> "v4.0.30319";
            case "collationid" -> "872468488";
            case "comparisonstyle" -> "196609";
            case "filestreamconfiguredlevel", "filestreameffectivelevel", "islocaldb", "ispolybaseinstalled" -> "0";
            case "isadvancedanalyticsinstalled", "istempdbmetadatamemoryoptimized", "isbigdatacluster" -> "0";
            case "isexternalauthenticationonly", "isexternalgovernanceenabled" -> "0";
            case "instancedefaultdatapath", "instancedefaultlogpath" -> "/var/opt/mssql/data/";
            case "instancedefaultbackuppath" -> "/var/opt/mssql/data";
            case "hadrmanagerstatus" -> "2";
            case "licensetype" -> "DISABLED";
            case "pathseparator" -> "/";
            case "processid" -> "1";
            case "sqlcharset" -> "1";
            case "sqlcharsetname" -> "iso_1";
            case "sqlsortorder" -> "52";
            case "sqlsortordername" -> "nocase_iso";
            default -> null;
        };
    }

    static @Nullable String property(Database database, String name) {
        return switch (name) {
            case "status" -> database.state().name();
            case "collation" -> database.state() == Database.State.ONLINE ? database.collation() : null;
            case "updateability" -> database.options().readOnly() ? "READ_ONLY" : "READ_WRITE";
            case "useraccess" ->
                switch (database.options().userAccess()) {
                    case 1 -> "SINGLE_USER";
                    case 2 -> "RESTRICTED_USER";
                    default -> "MULTI_USER";
                };
            case "recovery" ->
                switch (database.options().recoveryModel()) {
                    case 2 -> "BULK_LOGGED";
                    case 3 -> "SIMPLE";
                    default -> "FULL";
                };
            case "isautoclose" -> database.options().autoClose() ? "1" : "0";
            case "version" -> database.state() == Database.State.ONLINE ? "957" : null;
            default -> null;
        };
    }

    static @Nullable String variant(String value, String property) {
        boolean number = value.matches("-?\\d{1,18}");
        return switch (property) {
            case "basetype" -> number ? "bigint" : "nvarchar";
            case "maxlength" -> String.valueOf(number ? 8 : value.length() * 2);
            case "totalbytes" -> String.valueOf(number ? 10 : value.length() * 2 + 8);
            default -> null;
        };
    }

    private static String machine(String server) {
        int instance = server.indexOf('\\');
        return instance < 0 ? server : server.substring(0, instance);
    }
}

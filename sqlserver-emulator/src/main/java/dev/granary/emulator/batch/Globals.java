package dev.granary.emulator.batch;

import dev.granary.emulator.h2.Looker;
import dev.granary.emulator.tsql.Limits;

/** The {@code @@} functions, each as an H2 literal. */
final class Globals {

    private Globals() {}

    static String literal(Looker looker, String name) {
        var profile = looker.server().profile();
        return switch (name) {
            case "VERSION" -> text(profile.banner(), 300);
            case "SERVERNAME" -> text(profile.name(), 128);
            case "SERVICENAME" -> text("MSSQLSERVER", 128);
            case "LANGUAGE" -> text("us_english", 128);
            case "SPID" -> "CAST(" + looker.sessionId() + " AS SMALLINT)";
            case "TRANCOUNT" -> String.valueOf(looker.transactions());
            case "ROWCOUNT", "ERROR", "FETCH_STATUS", "PROCID", "NESTLEVEL" -> "0";
            case "LOCK_TIMEOUT" -> "-1";
            case "MAX_PRECISION" -> "CAST(38 AS SMALLINT)";
            case "DATEFIRST" -> "CAST(7 AS SMALLINT)";
            case "MICROSOFTVERSION" -> String.valueOf(profile.majorVersion() << 24);
            default -> throw Limits.not("answer @@" + name);
        };
    }

    private static String text(String value, int length) {
        return "CAST('" + value.replace("'", "''") + "' AS VARCHAR(" + length + "))";
    }
}

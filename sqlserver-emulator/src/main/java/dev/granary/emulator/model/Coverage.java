package dev.granary.emulator.model;

import java.util.List;

/** Which permission implies which. */
final class Coverage {

    private Coverage() {}

    static boolean covers(String held, String wanted) {
        return held.equals(wanted)
                || (held.equals("CONTROL") && !wanted.equals("CONNECT"))
                || (held.equals("ALTER") && wanted.equals("VIEW DEFINITION"))
                || (held.equals("VIEW DEFINITION")
                        && (wanted.equals("VIEW SECURITY DEFINITION")
                                || wanted.equals("VIEW PERFORMANCE DEFINITION")
                                || wanted.equals("VIEW ANY SENSITIVITY CLASSIFICATION")))
                || (held.equals("VIEW DATABASE STATE") && wanted.equals("VIEW DATABASE PERFORMANCE STATE"));
    }

    /** The server-wide permissions that give this one in every database. */
    static List<String> servers(String permission) {
        return switch (permission) {
            case "VIEW DEFINITION" -> List.of("VIEW ANY DEFINITION");
            case "VIEW ANY SENSITIVITY CLASSIFICATION" -> List.of("VIEW ANY DEFINITION");
            case "VIEW SECURITY DEFINITION" -> List.of("VIEW ANY DEFINITION", "VIEW ANY SECURITY DEFINITION");
            case "CONNECT" -> List.of("CONNECT ANY DATABASE");
            case "SELECT" -> List.of("SELECT ALL USER SECURABLES");
            case "VIEW DATABASE STATE" -> List.of("VIEW SERVER STATE");
            case "VIEW DATABASE PERFORMANCE STATE" -> List.of("VIEW SERVER STATE", "VIEW SERVER PERFORMANCE STATE");
            default -> List.of();
        };
    }
}

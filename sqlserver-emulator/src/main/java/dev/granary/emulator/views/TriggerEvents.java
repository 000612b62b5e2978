package dev.granary.emulator.views;

import java.util.Map;

/** The numbers that sys.trigger_events gives to events. */
final class TriggerEvents {

    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("INSERT", 1),
            Map.entry("UPDATE", 2),
            Map.entry("DELETE", 3),
            Map.entry("CREATE_TABLE", 21),
            Map.entry("ALTER_TABLE", 22),
            Map.entry("DROP_TABLE", 23),
            Map.entry("CREATE_INDEX", 24),
            Map.entry("ALTER_INDEX", 25),
            Map.entry("DROP_INDEX", 26),
            Map.entry("CREATE_SYNONYM", 34),
            Map.entry("DROP_SYNONYM", 36),
            Map.entry("CREATE_VIEW", 41),
            Map.entry("ALTER_VIEW", 42),
            Map.entry("DROP_VIEW", 43),
            Map.entry("CREATE_PROCEDURE", 51),
            Map.entry("ALTER_PROCEDURE", 52),
            Map.entry("DROP_PROCEDURE", 53),
            Map.entry("CREATE_FUNCTION", 61),
            Map.entry("ALTER_FUNCTION", 62),
            Map.entry("DROP_FUNCTION", 63),
            Map.entry("CREATE_TRIGGER", 71),
            Map.entry("ALTER_TRIGGER", 72),
            Map.entry("DROP_TRIGGER", 73));

    private TriggerEvents() {}

    /** The event's number; event groups, which SQL Server would spread over their events, share one. */
    static int code(String event) {
        return CODES.getOrDefault(event, 10016);
    }
}

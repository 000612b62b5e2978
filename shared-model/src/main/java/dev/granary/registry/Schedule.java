package dev.granary.registry;

import java.time.ZoneId;

/** When a server is harvested: a Quartz cron expression, read in the zone. */
public record Schedule(String full, ZoneId zone) {
    public static final Schedule DEFAULT = new Schedule("0 0 2 * * ?", ZoneId.of("UTC"));
}

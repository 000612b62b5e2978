package dev.granary.harvester.schedule;

import dev.granary.registry.Schedule;

/** When a server is harvested. */
record ScheduledServer(String name, Schedule schedule) {}

package dev.granary.harvester.work;

/** How many of a run's databases are done, and how much was found in them. */
public record WorkProgress(long databases, long done, long failed, long objects, long columns) {}

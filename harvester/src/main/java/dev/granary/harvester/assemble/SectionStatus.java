package dev.granary.harvester.assemble;

/** How far a section could be read. A section that failed is no status: its database's harvest fails. */
public enum SectionStatus {
    COMPLETE,
    DENIED,
    UNSUPPORTED
}

package dev.granary.harvester.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {"harvester " + (version == null ? "(not packaged)" : version)};
    }
}

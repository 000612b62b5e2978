package dev.granary.emulator.model;

/** What the server says of itself. */
public record ServerProfile(
        String name, String productVersion, String productLevel, String edition, int engineEdition, String collation) {

    public static final String DEFAULT_COLLATION = "SQL_Latin1_General_CP1_CI_AS";

    public static ServerProfile named(String name) {
        return new ServerProfile(name, "16.0.4175.1", "RTM", "Developer Edition (64-bit)", 3, DEFAULT_COLLATION);
    }

    public ServerProfile withVersion(String version) {
        return new ServerProfile(name, version, productLevel, edition, engineEdition, collation);
    }

    public ServerProfile withEdition(String newEdition, int newEngineEdition) {
        return new ServerProfile(name, productVersion, productLevel, newEdition, newEngineEdition, collation);
    }

    public ServerProfile withCollation(String newCollation) {
        return new ServerProfile(name, productVersion, productLevel, edition, engineEdition, newCollation);
    }

    public int majorVersion() {
        return Integer.parseInt(productVersion.substring(0, productVersion.indexOf('.')));
    }

    /** The text of @@VERSION. */
    public String banner() {
        return "Microsoft SQL Server %s (%s) - %s (X64) [emulated]".formatted(year(), productLevel, productVersion);
    }

    private String year() {
        return switch (majorVersion()) {
            case 13 -> "2016";
            case 14 -> "2017";
            case 15 -> "2019";
            case 16 -> "2022";
            case 17 -> "2025";
            default -> "";
        };
    }
}

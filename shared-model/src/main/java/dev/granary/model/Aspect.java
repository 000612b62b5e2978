package dev.granary.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a part describes of its object. A diff and a drift compare the structural ones unless told otherwise. */
public enum Aspect {
    TABLE(
            1,
            "table",
            true,
            TableOptions.class,
            adding(
                    "history",
                    "retention",
                    "period",
                    "external",
                    "graph",
                    "ledger",
                    "ledgerView",
                    "lockEscalation",
                    "changeTracking",
                    "changeDataCapture",
                    "replicated",
                    "fileTable")),
    COLUMNS(2, "columns", true, Columns.class, adding("encryption", "xmlSchema", "xmlDocument", "graph", "fileStream")),
    KEYS(3, "keys", true, Keys.class, adding("bucketCount")),
    INDEXES(4, "indexes", true, Indexes.class, adding("bucketCount", "order", "compressionDelay", "xml", "spatial")),
    FOREIGN_KEYS(5, "foreignKeys", true, ForeignKeys.class),
    CHECKS(6, "checks", true, Checks.class),
    TEXT(7, "text", true, ModuleText.class),
    PARAMETERS(8, "parameters", true, Parameters.class, adding("defaultValue", "cursor", "xmlSchema")),
    TRIGGER(9, "trigger", true, TriggerOptions.class),
    SYNONYM(10, "synonym", true, SynonymTarget.class),
    SEQUENCE(11, "sequence", true, SequenceOptions.class),
    ALIAS_TYPE(12, "aliasType", true, AliasType.class),
    DESCRIPTIONS(13, "descriptions", false, Descriptions.class),
    SCHEMA(14, "schema", true, SchemaOptions.class),
    DATABASE(
            15,
            "database",
            true,
            DatabaseOptions.class,
            adding(
                    "containment",
                    "userAccess",
                    "snapshotIsolation",
                    "readCommittedSnapshot",
                    "pageVerify",
                    "delayedDurability",
                    "catalogCollation",
                    "targetRecoverySeconds",
                    "autoClose",
                    "autoShrink",
                    "autoCreateStatisticsOff",
                    "incrementalStatistics",
                    "autoUpdateStatisticsOff",
                    "autoUpdateStatisticsAsync",
                    "ansiNullDefault",
                    "ansiNulls",
                    "ansiPadding",
                    "ansiWarnings",
                    "arithAbort",
                    "concatNullYieldsNull",
                    "numericRoundAbort",
                    "quotedIdentifier",
                    "recursiveTriggers",
                    "parameterizationForced",
                    "dateCorrelation",
                    "trustworthy",
                    "chaining",
                    "broker",
                    "published",
                    "mergePublished",
                    "encrypted",
                    "changeDataCapture",
                    "queryStore",
                    "mixedPages",
                    "temporalRetentionOff",
                    "elevateToSnapshot",
                    "acceleratedRecovery",
                    "ledger",
                    "changeFeed",
                    "changeTracking")),
    STORAGE(16, "storage", false, Storage.class),
    EDGE_CONSTRAINTS(17, "edgeConstraints", true, EdgeConstraints.class),
    PARTITION_FUNCTION(18, "partitionFunction", false, PartitionFunction.class),
    PARTITION_SCHEME(19, "partitionScheme", false, PartitionScheme.class),
    SECURITY_POLICY(20, "securityPolicy", true, SecurityPolicy.class),
    ASSEMBLY(21, "assembly", true, AssemblyOptions.class),
    CLR(22, "clr", true, ClrCode.class),
    XML_SCHEMAS(23, "xmlSchemas", true, XmlSchemas.class),
    NUMBERED_PROCEDURES(24, "numberedProcedures", true, NumberedProcedures.class),
    STATISTICS(25, "statistics", false, Statistics.class),
    FULLTEXT(26, "fulltext", true, FulltextIndex.class),
    PRINCIPAL(30, "principal", false, PrincipalOptions.class),
    MEMBERSHIPS(31, "memberships", false, Memberships.class),
    PERMISSIONS(32, "permissions", false, Permissions.class),
    CLASSIFICATION(33, "classification", false, Classification.class),
    DEPENDENCIES(34, "dependencies", false, Dependencies.class),
    SCOPED_CONFIGURATION(35, "scopedConfiguration", false, ScopedConfiguration.class);

    private static final Map<Integer, Aspect> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Aspect::code, Function.identity()));
    private static final Map<String, Aspect> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Aspect::jsonName, Function.identity()));

    private final int code;
    private final String jsonName;
    private final boolean structural;
    private final Class<? extends PartContent> contentType;
    private final List<Set<String>> additions;

    Aspect(int code, String jsonName, boolean structural, Class<? extends PartContent> contentType) {
        this(code, jsonName, structural, contentType, List.of());
    }

    /** @param additions what the formats after the first one added, the second format's first */
    Aspect(
            int code,
            String jsonName,
            boolean structural,
            Class<? extends PartContent> contentType,
            List<Set<String>> additions) {
        this.code = code;
        this.jsonName = jsonName;
        this.structural = structural;
        this.contentType = contentType;
        this.additions = List.copyOf(additions);
    }

    /** The number it is stored as; never reused. */
    public int code() {
        return code;
    }

    /** The name it has in a definition's bytes. */
    public String jsonName() {
        return jsonName;
    }

    /** Whether it counts when two databases are asked to be structurally equal. */
    public boolean structural() {
        return structural;
    }

    public Class<? extends PartContent> contentType() {
        return contentType;
    }

    /**
     * The number of the rules by which this version of Granary writes the aspect. It rises when the same source would be written as other
     * bytes; a harvest that only moves an object to a newer format makes no change event.
     */
    public int format() {
        return 1 + additions.size();
    }

    /**
     * The properties, wherever in a body they stand, that a format added to the one before: a body written by an earlier format lacks them
     * though the source may have had them. A part keeps the format it was first stored under, however often it is read again, so what tells
     * whether a property is new to the source or only to Granary is the format under which the last snapshot was read.
     */
    public Set<String> addedIn(int format) {
        return format < 2 || format > format() ? Set.of() : additions.get(format - 2);
    }

    /** The additions of an aspect that has had two formats. */
    private static List<Set<String>> adding(String... properties) {
        return List.of(Set.of(properties));
    }

    public static Aspect ofCode(int code) {
        var aspect = BY_CODE.get(code);
        if (aspect == null) {
            throw new IllegalArgumentException("No aspect has the code " + code);
        }
        return aspect;
    }

    public static Optional<Aspect> named(String jsonName) {
        return Optional.ofNullable(BY_NAME.get(jsonName));
    }
}

package dev.granary.model;

import static dev.granary.model.Aspect.CHECKS;
import static dev.granary.model.Aspect.CLASSIFICATION;
import static dev.granary.model.Aspect.CLR;
import static dev.granary.model.Aspect.COLUMNS;
import static dev.granary.model.Aspect.DEPENDENCIES;
import static dev.granary.model.Aspect.DESCRIPTIONS;
import static dev.granary.model.Aspect.EDGE_CONSTRAINTS;
import static dev.granary.model.Aspect.FOREIGN_KEYS;
import static dev.granary.model.Aspect.FULLTEXT;
import static dev.granary.model.Aspect.INDEXES;
import static dev.granary.model.Aspect.KEYS;
import static dev.granary.model.Aspect.MEMBERSHIPS;
import static dev.granary.model.Aspect.NUMBERED_PROCEDURES;
import static dev.granary.model.Aspect.PARAMETERS;
import static dev.granary.model.Aspect.PERMISSIONS;
import static dev.granary.model.Aspect.PRINCIPAL;
import static dev.granary.model.Aspect.SCOPED_CONFIGURATION;
import static dev.granary.model.Aspect.STATISTICS;
import static dev.granary.model.Aspect.STORAGE;
import static dev.granary.model.Aspect.TEXT;
import static dev.granary.model.Aspect.XML_SCHEMAS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The closed list of what is harvested: each kind with its stored code and the aspects that can describe it. */
public enum ObjectKind {
    TABLE(
            1,
            COLUMNS,
            KEYS,
            INDEXES,
            FOREIGN_KEYS,
            CHECKS,
            Aspect.TABLE,
            DESCRIPTIONS,
            STORAGE,
            EDGE_CONSTRAINTS,
            STATISTICS,
            FULLTEXT,
            CLASSIFICATION,
            DEPENDENCIES),
    VIEW(2, COLUMNS, INDEXES, TEXT, DESCRIPTIONS, STORAGE, STATISTICS, FULLTEXT, DEPENDENCIES),
    PROCEDURE(3, TEXT, PARAMETERS, DESCRIPTIONS, NUMBERED_PROCEDURES, DEPENDENCIES),
    SCALAR_FUNCTION(4, TEXT, PARAMETERS, DESCRIPTIONS, DEPENDENCIES),
    TABLE_FUNCTION(5, COLUMNS, KEYS, INDEXES, CHECKS, TEXT, PARAMETERS, DESCRIPTIONS, DEPENDENCIES),
    INLINE_FUNCTION(6, COLUMNS, TEXT, PARAMETERS, DESCRIPTIONS, DEPENDENCIES),
    AGGREGATE(7, PARAMETERS, DESCRIPTIONS, CLR),
    CLR_PROCEDURE(8, PARAMETERS, DESCRIPTIONS, CLR),
    CLR_SCALAR_FUNCTION(9, PARAMETERS, DESCRIPTIONS, CLR),
    CLR_TABLE_FUNCTION(10, COLUMNS, PARAMETERS, DESCRIPTIONS, CLR),
    TRIGGER(11, TEXT, Aspect.TRIGGER, DESCRIPTIONS, DEPENDENCIES),
    CLR_TRIGGER(12, Aspect.TRIGGER, DESCRIPTIONS, CLR),
    SYNONYM(13, Aspect.SYNONYM, DESCRIPTIONS),
    SEQUENCE(14, Aspect.SEQUENCE, DESCRIPTIONS),
    ALIAS_TYPE(15, Aspect.ALIAS_TYPE, DESCRIPTIONS),
    TABLE_TYPE(16, COLUMNS, KEYS, INDEXES, CHECKS, DESCRIPTIONS, Aspect.TABLE),
    CLR_TYPE(17, DESCRIPTIONS, CLR),
    SCHEMA(18, Aspect.SCHEMA, DESCRIPTIONS),
    DATABASE(19, Aspect.DATABASE, DESCRIPTIONS, SCOPED_CONFIGURATION),
    PARTITION_FUNCTION(20, Aspect.PARTITION_FUNCTION, DESCRIPTIONS),
    PARTITION_SCHEME(21, Aspect.PARTITION_SCHEME, DESCRIPTIONS),
    SECURITY_POLICY(22, Aspect.SECURITY_POLICY, DESCRIPTIONS),
    XML_SCHEMA_COLLECTION(23, XML_SCHEMAS, DESCRIPTIONS),
    ASSEMBLY(24, Aspect.ASSEMBLY, DESCRIPTIONS),
    DATABASE_TRIGGER(25, TEXT, Aspect.TRIGGER, CLR, DESCRIPTIONS, DEPENDENCIES),
    DATABASE_USER(30, PRINCIPAL, MEMBERSHIPS, PERMISSIONS),
    DATABASE_ROLE(31, PRINCIPAL, MEMBERSHIPS, PERMISSIONS),
    APPLICATION_ROLE(32, PRINCIPAL, MEMBERSHIPS, PERMISSIONS);

    private static final Set<ObjectKind> OF_THE_DATABASE =
            Set.of(SCHEMA, DATABASE, PARTITION_FUNCTION, PARTITION_SCHEME, ASSEMBLY, DATABASE_TRIGGER);
    private static final Map<String, ObjectKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ObjectKind::jsonName, Function.identity()));
    private static final Map<Integer, ObjectKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(ObjectKind::code, Function.identity()));

    private final int code;
    private final Set<Aspect> aspects;

    ObjectKind(int code, Aspect... aspects) {
        this.code = code;
        this.aspects = Set.of(aspects);
    }

    /** The number it is stored as; never reused. */
    public int code() {
        return code;
    }

    /** The name it has in JSON, in hashes and in the API, such as {@code inline_function}. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The aspects an object of this kind can have; one that was not found is none, one that could not be read is unknown. */
    public Set<Aspect> aspects() {
        return aspects;
    }

    /** Whether it lives in a schema; the others form the branch of the database itself and that of its security. */
    public boolean inSchema() {
        return !OF_THE_DATABASE.contains(this) && !security();
    }

    /** Whether it is a principal: those form a branch of their own, which counts towards no structure. */
    public boolean security() {
        return aspects.contains(PRINCIPAL);
    }

    public static ObjectKind ofCode(int code) {
        var kind = BY_CODE.get(code);
        if (kind == null) {
            throw new IllegalArgumentException("No kind of object has the code " + code);
        }
        return kind;
    }

    public static Optional<ObjectKind> named(String jsonName) {
        return Optional.ofNullable(BY_NAME.get(jsonName));
    }
}

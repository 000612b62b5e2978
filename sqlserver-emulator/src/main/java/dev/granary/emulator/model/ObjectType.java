package dev.granary.emulator.model;

/** The kinds of rows in sys.objects, with the code and the description SQL Server gives them. */
public enum ObjectType {
    USER_TABLE("U", "USER_TABLE"),
    VIEW("V", "VIEW"),
    PROCEDURE("P", "SQL_STORED_PROCEDURE"),
    SCALAR_FUNCTION("FN", "SQL_SCALAR_FUNCTION"),
    INLINE_FUNCTION("IF", "SQL_INLINE_TABLE_VALUED_FUNCTION"),
    TABLE_FUNCTION("TF", "SQL_TABLE_VALUED_FUNCTION"),
    TRIGGER("TR", "SQL_TRIGGER"),
    PRIMARY_KEY("PK", "PRIMARY_KEY_CONSTRAINT"),
    UNIQUE("UQ", "UNIQUE_CONSTRAINT"),
    DEFAULT("D", "DEFAULT_CONSTRAINT"),
    CHECK("C", "CHECK_CONSTRAINT"),
    FOREIGN_KEY("F", "FOREIGN_KEY_CONSTRAINT"),
    SYNONYM("SN", "SYNONYM"),
    SEQUENCE("SO", "SEQUENCE_OBJECT"),
    TABLE_TYPE("TT", "TYPE_TABLE"),
    EDGE_CONSTRAINT("EC", "EDGE_CONSTRAINT"),
    SECURITY_POLICY("SP", "SECURITY_POLICY"),
    CLR_PROCEDURE("PC", "CLR_STORED_PROCEDURE"),
    CLR_SCALAR_FUNCTION("FS", "CLR_SCALAR_FUNCTION"),
    CLR_TABLE_FUNCTION("FT", "CLR_TABLE_VALUED_FUNCTION"),
    CLR_TRIGGER("TA", "CLR_TRIGGER"),
    AGGREGATE("AF", "AGGREGATE_FUNCTION");

    private final String code;
    private final String description;

    ObjectType(String code, String description) {
        this.code = code;
        this.description = description;
    }

    /** The code without SQL Server's blank padding. */
    public String code() {
        return code;
    }

    public String description() {
        return description;
    }
}

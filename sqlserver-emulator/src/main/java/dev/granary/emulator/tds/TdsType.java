package dev.granary.emulator.tds;

/** The type bytes of TDS that this server reads or writes. */
final class TdsType {

    static final int NULL = 0x1F;
    static final int GUID = 0x24;
    static final int INTN = 0x26;
    static final int DATE = 0x28;
    static final int TIME = 0x29;
    static final int DATETIME2 = 0x2A;
    static final int DATETIMEOFFSET = 0x2B;
    static final int BIT = 0x32;
    static final int INT2 = 0x34;
    static final int INT4 = 0x38;
    static final int FLOAT8 = 0x3E;
    static final int VARIANT = 0x62;
    static final int BITN = 0x68;
    static final int DECIMALN = 0x6A;
    static final int NUMERICN = 0x6C;
    static final int FLOATN = 0x6D;
    static final int MONEYN = 0x6E;
    static final int DATETIMEN = 0x6F;
    static final int INT8 = 0x7F;
    static final int VARBINARY = 0xA5;
    static final int VARCHAR = 0xA7;
    static final int BINARY = 0xAD;
    static final int CHAR = 0xAF;
    static final int NVARCHAR = 0xE7;
    static final int NCHAR = 0xEF;

    /** Length in a type that says its values come in chunks: the (max) types. */
    static final int CHUNKED = 0xFFFF;

    private TdsType() {}
}

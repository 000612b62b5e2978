package dev.granary.emulator.engine;

/**
 * A column of a result.
 *
 * @param length characters for nchar and nvarchar, bytes for char, varchar, binary and varbinary, {@link #MAX} for the (max) types; otherwise 0
 * @param precision of decimal; otherwise 0
 * @param scale of decimal, time, datetime2 and datetimeoffset; otherwise 0
 */
public record ResultColumn(String name, SqlType type, int length, int precision, int scale, boolean nullable) {

    public static final int MAX = -1;
}

package dev.granary.emulator.h2;

import dev.granary.emulator.engine.SqlServerError;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.h2.message.DbException;
import org.h2.util.JSR310Utils;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** How SQL Server writes values as text and as bytes. Text is UTF-16, little end first, whatever its declared type. */
final class Conversions {

    private static final DateTimeFormatter DEFAULT_DATE =
            DateTimeFormatter.ofPattern("MMM d yyyy  h:mma", Locale.ENGLISH);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter ODBC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);

    private Conversions() {}

    static String text(Value value, int style) {
        return switch (value.getValueType()) {
            case Value.BOOLEAN -> value.getBoolean() ? "1" : "0";
            case Value.UUID -> value.getString().toUpperCase(Locale.ROOT);
            case Value.BINARY, Value.VARBINARY -> binaryText(value.getBytes(), style);
            case Value.TIMESTAMP -> dateText(JSR310Utils.valueToLocalDateTime(value, null), value, style);
            default -> value.getString();
        };
    }

    private static String binaryText(byte[] bytes, int style) {
        var hex = HexFormat.of().withUpperCase();
        return switch (style) {
            case 1 -> "0x" + hex.formatHex(bytes);
            case 2 -> hex.formatHex(bytes);
            default -> new String(bytes, StandardCharsets.UTF_16LE);
        };
    }

    private static String dateText(LocalDateTime time, Value value, int style) {
        return switch (style) {
            case 0, 100 -> time.format(DEFAULT_DATE);
            case 20, 120 -> time.format(ODBC);
            case 21, 25, 121 -> value.getString();
            case 23 -> time.toLocalDate().toString();
            case 112 -> time.format(DateTimeFormatter.BASIC_ISO_DATE);
            case 126, 127 -> time.format(ISO) + fraction(time);
            default -> throw dev.granary.emulator.tsql.Limits.not("write a datetime in style " + style);
        };
    }

    private static String fraction(LocalDateTime time) {
        var all = time.format(DateTimeFormatter.ofPattern(".SSS", Locale.ENGLISH));
        return all.equals(".000") ? "" : all;
    }

    static byte[] bytes(Value value, int style) {
        return switch (value.getValueType()) {
            case Value.BOOLEAN -> new byte[] {(byte) (value.getBoolean() ? 1 : 0)};
            case Value.TINYINT, Value.SMALLINT ->
                ByteBuffer.allocate(2).putShort(value.getShort()).array();
            case Value.INTEGER -> ByteBuffer.allocate(4).putInt(value.getInt()).array();
            case Value.BIGINT -> ByteBuffer.allocate(8).putLong(value.getLong()).array();
            case Value.BINARY, Value.VARBINARY -> value.getBytes();
            case Value.UUID -> value.getBytes();
            case Value.TIMESTAMP ->
                ByteBuffer.allocate(8)
                        .putLong(JSR310Utils.valueToLocalDateTime(value, null)
                                .toInstant(java.time.ZoneOffset.UTC)
                                .toEpochMilli())
                        .array();
            default -> {
                var text = value.getString();
                yield switch (style) {
                    case 1 -> HexFormat.of().parseHex(text.startsWith("0x") ? text.substring(2) : text);
                    case 2 -> HexFormat.of().parseHex(text);
                    default -> utf16(text);
                };
            }
        };
    }

    /** UTF-16 unit by unit: an unpaired surrogate stays what it is. */
    private static byte[] utf16(String text) {
        var bytes = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes[2 * i] = (byte) c;
            bytes[2 * i + 1] = (byte) (c >> 8);
        }
        return bytes;
    }

    /** The whole number that CAST AS int or bigint makes: fractions are cut off, bytes are read big end first. */
    static long whole(Value value) {
        return switch (value.getValueType()) {
            case Value.BINARY, Value.VARBINARY -> {
                long number = 0;
                for (byte b : value.getBytes()) {
                    number = (number << 8) | (b & 0xFF);
                }
                yield value.getBytes().length == 4 ? (int) number : number;
            }
            case Value.NUMERIC, Value.DECFLOAT, Value.REAL, Value.DOUBLE ->
                value.getBigDecimal().setScale(0, RoundingMode.DOWN).longValue();
            case Value.VARCHAR, Value.CHAR -> parse(value.getString());
            default -> value.getLong();
        };
    }

    private static long parse(String text) {
        try {
            return text.isBlank() ? 0 : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new SqlServerError(
                    245, "Conversion failed when converting the varchar value '%s' to data type int.".formatted(text));
        }
    }

    /** The value as text that H2 can cast to the type, or null where TRY_CONVERT gives NULL. */
    static @Nullable String attempt(Value value, String type, int style) {
        try {
            if (type.startsWith("VARCHAR") || type.startsWith("CHAR")) {
                return text(value, style);
            }
            if (type.equals("INTEGER") || type.equals("BIGINT") || type.equals("SMALLINT")) {
                long whole = whole(value);
                boolean fits = type.equals("BIGINT")
                        || (type.equals("INTEGER") && whole == (int) whole)
                        || whole == (short) whole;
                return fits ? String.valueOf(whole) : null;
            }
            return value.convertTo(target(type)).getString();
        } catch (DbException | SqlServerError e) {
            // That is what TRY_ means: no value instead of an error.
            return null;
        }
    }

    private static int target(String type) {
        return switch (type.replaceAll("[^A-Z].*", "")) {
            case "BOOLEAN" -> Value.BOOLEAN;
            case "NUMERIC" -> Value.DECFLOAT;
            case "DOUBLE", "REAL" -> Value.DOUBLE;
            case "DATE" -> Value.DATE;
            case "TIME" -> Value.TIME;
            case "TIMESTAMP" -> Value.TIMESTAMP;
            case "UUID" -> Value.UUID;
            default -> Value.VARCHAR;
        };
    }

    static byte[] hash(String algorithm, byte[] bytes) {
        var name =
                switch (algorithm.toUpperCase(Locale.ROOT)) {
                    case "SHA2_256" -> "SHA-256";
                    case "SHA2_512" -> "SHA-512";
                    case "SHA", "SHA1" -> "SHA-1";
                    case "MD5" -> "MD5";
                    default ->
                        throw new SqlServerError(
                                155, 15, 1, "'%s' is not a recognized HASHBYTES option.".formatted(algorithm));
                };
        try {
            return MessageDigest.getInstance(name).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java has no " + name, e);
        }
    }

    /** A hash of the values in order: not SQL Server's number, but like it equal for equal rows and different for most others. */
    static int checksum(Value[] values, boolean ignoreCase) {
        int sum = 0;
        for (var value : values) {
            // An odd factor loses nothing of what came before, at any number of values.
            sum = Integer.rotateLeft(sum, 5) * 0x85EBCA6B + part(value, ignoreCase);
        }
        return sum;
    }

    private static int part(Value value, boolean ignoreCase) {
        int hash =
                switch (value.getValueType()) {
                    case Value.NULL -> -1;
                    case Value.BOOLEAN, Value.TINYINT, Value.SMALLINT, Value.INTEGER -> value.getInt();
                    case Value.BIGINT -> Long.hashCode(value.getLong());
                    case Value.VARCHAR, Value.CHAR -> {
                        var text = value.getString().stripTrailing();
                        yield (ignoreCase ? text.toLowerCase(Locale.ROOT) : text).hashCode();
                    }
                    default -> Arrays.hashCode(bytes(value, 0));
                };
        return (value.getValueType() == Value.NULL ? 0 : 1) + hash * 0x9E3779B1;
    }
}

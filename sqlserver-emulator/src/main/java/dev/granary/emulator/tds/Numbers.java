package dev.granary.emulator.tds;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.UUID;

/** Decimals, money and GUIDs as TDS lays them out. */
final class Numbers {

    static final int MONEY_SCALE = 4;
    private static final BigInteger LOW = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    private Numbers() {}

    /** Bytes of the magnitude of a decimal of that precision. */
    static int magnitudeLength(int precision) {
        return precision <= 9 ? 4 : precision <= 19 ? 8 : precision <= 28 ? 12 : 16;
    }

    static void putDecimal(PacketWriter out, BigDecimal value, int scale, int magnitudeLength) {
        BigInteger unscaled = value.setScale(scale, RoundingMode.HALF_UP).unscaledValue();
        out.u1(unscaled.signum() < 0 ? 0 : 1);
        BigInteger magnitude = unscaled.abs();
        if (magnitude.bitLength() > 8 * magnitudeLength) {
            throw new IllegalArgumentException(value + " does not fit its column.");
        }
        out.littleEndian(magnitude.and(LOW).longValue(), Math.min(8, magnitudeLength));
        if (magnitudeLength > 8) {
            out.littleEndian(magnitude.shiftRight(64).longValue(), magnitudeLength - 8);
        }
    }

    static BigDecimal decimal(ByteReader in, int length, int scale) throws ProtocolException {
        boolean negative = in.u1() == 0;
        byte[] magnitude = in.bytes(length - 1);
        for (int i = 0, j = magnitude.length - 1; i < j; i++, j--) {
            byte low = magnitude[i];
            magnitude[i] = magnitude[j];
            magnitude[j] = low;
        }
        BigDecimal value = new BigDecimal(new BigInteger(1, magnitude), scale);
        return negative ? value.negate() : value;
    }

    /** Ten-thousandths, the high half first. */
    static void putMoney(PacketWriter out, BigDecimal value) {
        long units = value.setScale(MONEY_SCALE, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
        out.i4((int) (units >> 32));
        out.i4((int) units);
    }

    static BigDecimal money(ByteReader in) throws ProtocolException {
        long high = in.i4();
        return BigDecimal.valueOf((high << 32) | (in.i4() & 0xFFFF_FFFFL), MONEY_SCALE);
    }

    /** The first three groups of a GUID travel with their bytes reversed. */
    static void putGuid(PacketWriter out, UUID value) {
        long high = value.getMostSignificantBits();
        out.i4((int) (high >> 32));
        out.u2((int) (high >> 16));
        out.u2((int) high);
        out.i8(Long.reverseBytes(value.getLeastSignificantBits()));
    }

    static UUID guid(ByteReader in) throws ProtocolException {
        long high = ((long) in.i4() << 32) | ((long) in.u2() << 16) | in.u2();
        return new UUID(high, Long.reverseBytes(in.i8()));
    }
}

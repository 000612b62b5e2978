package dev.granary.emulator.tds;

import dev.granary.emulator.engine.Login;

/** LOGIN7: who the client is and what it wants of the connection. */
public record LoginRequest(Login login, int packetSize, boolean integrated, boolean extended) {

    private static final int OPTIONS_2 = 25;
    private static final int INTEGRATED = 0x80;
    private static final int READ_ONLY = 0x20;
    private static final int EXTENSIONS = 0x10;
    private static final int USER = 40;
    private static final int PASSWORD = 44;
    private static final int APPLICATION = 48;
    private static final int DATABASE = 68;

    public static LoginRequest read(Message message) throws ProtocolException {
        ByteReader in = new ByteReader(message.payload());
        int packetSize = in.at(8).i4();
        int options2 = in.at(OPTIONS_2).u1();
        int typeFlags = in.u1();
        int options3 = in.u1();
        String database = text(in, DATABASE);
        Login login = new Login(
                text(in, USER),
                password(in),
                database.isEmpty() ? null : database,
                text(in, APPLICATION),
                (typeFlags & READ_ONLY) != 0);
        return new LoginRequest(login, packetSize, (options2 & INTEGRATED) != 0, (options3 & EXTENSIONS) != 0);
    }

    private static String text(ByteReader in, int entry) throws ProtocolException {
        int offset = in.at(entry).u2();
        int units = in.u2();
        return units == 0 ? "" : in.at(offset).utf16(units);
    }

    private static String password(ByteReader in) throws ProtocolException {
        int offset = in.at(PASSWORD).u2();
        int units = in.u2();
        if (units == 0) {
            return "";
        }
        byte[] bytes = in.at(offset).bytes(2 * units);
        for (int i = 0; i < bytes.length; i++) {
            int mixed = (bytes[i] ^ 0xA5) & 0xFF;
            bytes[i] = (byte) ((mixed << 4) | (mixed >> 4));
        }
        return new ByteReader(bytes).rest();
    }
}

package dev.granary.emulator.tds;

/** The first exchange of a connection: how much of it TLS will cover. */
public record PreLogin(Encryption encryption) {

    /** What of the connection is encrypted, in the bytes of the protocol. */
    public enum Encryption {
        LOGIN_ONLY(0),
        ALL(1),
        NONE(2);

        private final int code;

        Encryption(int code) {
            this.code = code;
        }
    }

    private static final int ENCRYPTION = 1;
    private static final int TERMINATOR = 0xFF;

    /** What the client asks for. */
    public static PreLogin read(Message message) throws ProtocolException {
        byte[] options = message.payload();
        for (int i = 0; i + 5 <= options.length && (options[i] & 0xFF) != TERMINATOR; i += 5) {
            if (options[i] == ENCRYPTION) {
                ByteReader in = new ByteReader(options);
                int wish = in.at(((options[i + 1] & 0xFF) << 8) | (options[i + 2] & 0xFF))
                        .u1();
                for (Encryption encryption : Encryption.values()) {
                    if (encryption.code == wish) {
                        return new PreLogin(encryption);
                    }
                }
            }
        }
        throw new ProtocolException("A PRELOGIN names no encryption that there is.");
    }

    /** Answers with the server's version and the encryption agreed. */
    public static void answer(PacketWriter out, ServerVersion version, Encryption agreed) {
        int versionAt = 2 * 5 + 1;
        option(out, 0, versionAt, 6);
        option(out, ENCRYPTION, versionAt + 6, 1);
        out.u1(TERMINATOR);
        version.put(out);
        out.u2(0);
        out.u1(agreed.code);
        out.endMessage();
    }

    private static void option(PacketWriter out, int token, int offset, int length) {
        out.u1(token);
        bigEndian(out, offset);
        bigEndian(out, length);
    }

    private static void bigEndian(PacketWriter out, int value) {
        out.u1(value >> 8);
        out.u1(value);
    }
}

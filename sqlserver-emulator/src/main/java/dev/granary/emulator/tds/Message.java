package dev.granary.emulator.tds;

/** A whole message of the client, its packets put together. */
public final class Message {

    public static final int BATCH = 0x01;
    public static final int RPC = 0x03;
    public static final int REPLY = 0x04;
    public static final int ATTENTION = 0x06;
    public static final int TRANSACTION = 0x0E;
    public static final int LOGIN = 0x10;
    public static final int PRELOGIN = 0x12;

    static final int HEADER_LENGTH = 8;
    static final int END_OF_MESSAGE = 0x01;
    static final int IGNORE = 0x02;
    static final int RESET = 0x08;
    static final int RESET_KEEPING_TRANSACTION = 0x10;

    private final int type;
    private final boolean reset;
    private final boolean ignored;
    private final byte[] payload;

    Message(int type, boolean reset, boolean ignored, byte[] payload) {
        this.type = type;
        this.reset = reset;
        this.ignored = ignored;
        this.payload = payload;
    }

    /** Stands for the client's going, which no message of its own announces. */
    public static Message hungUp() {
        return new Message(-1, false, false, new byte[0]);
    }

    public int type() {
        return type;
    }

    /** Whether the client asks for the session to be reset first. */
    public boolean reset() {
        return reset;
    }

    /** Whether the client gave the message up before its end. */
    public boolean ignored() {
        return ignored;
    }

    byte[] payload() {
        return payload;
    }

    /** What follows the ALL_HEADERS block that starts batches, calls and transaction requests. */
    public ByteReader body() throws ProtocolException {
        ByteReader reader = new ByteReader(payload);
        reader.skip(reader.i4() - 4);
        return reader;
    }
}

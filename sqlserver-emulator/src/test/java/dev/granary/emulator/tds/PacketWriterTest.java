package dev.granary.emulator.tds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.emulator.engine.ResultColumn;
import dev.granary.emulator.engine.SqlType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketWriterTest {

    /** The driver replaces unpaired surrogates when it decodes, so what the wire carries is seen here. */
    private static final String UNPAIRED = "a\u0000b\ud800c\udc00d\ud83d\ude00\uffff";

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final PacketWriter out = new PacketWriter(sent, count -> {});

    private ByteReader received() throws Exception {
        return new ByteReader(new PacketReader(new ByteArrayInputStream(sent.toByteArray()))
                .next()
                .payload());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void carriesUnpairedSurrogatesOverPacketEnds(int shift) throws Exception {
        String text = UNPAIRED.repeat(20_000);
        out.nextPacketSize(513);
        out.endMessage();
        sent.reset();
        for (int i = 0; i < shift; i++) {
            out.u1(i);
        }
        out.utf16(text);
        out.i8(Long.MIN_VALUE + 1);
        out.endMessage();
        ByteReader in = received();
        in.skip(shift);
        assertThat(in.utf16(text.length())).isEqualTo(text);
        assertThat(in.i8()).isEqualTo(Long.MIN_VALUE + 1);
        assertThat(in.hasMore()).isFalse();
    }

    @Test
    void carriesUnpairedSurrogatesInVariants() throws Exception {
        ResultColumn column = new ResultColumn("v", SqlType.SQL_VARIANT, 0, 0, 0, true);
        new ColumnWriter(column).putValue(out, UNPAIRED);
        out.endMessage();
        ByteReader in = received();
        assertThat(in.i4()).isEqualTo(9 + 2 * UNPAIRED.length());
        in.skip(9);
        assertThat(in.rest()).isEqualTo(UNPAIRED);
    }

    @Test
    void sendsWhatItHasWhenTold() throws Exception {
        out.i4(1);
        out.flush();
        assertThat(sent.size()).isEqualTo(12);
        out.flush();
        assertThat(sent.size()).isEqualTo(12);
        out.i4(2);
        out.endMessage();
        ByteReader in = received();
        assertThat(in.i4()).isOne();
        assertThat(in.i4()).isEqualTo(2);
    }
}

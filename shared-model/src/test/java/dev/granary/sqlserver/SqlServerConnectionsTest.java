package dev.granary.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.granary.registry.AuthenticationType;
import dev.granary.registry.Credential;
import dev.granary.registry.Encryption;
import dev.granary.registry.Limits;
import dev.granary.registry.ServerSettings;
import dev.granary.registry.Tls;
import dev.granary.secrets.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes of servers that are none, over plain sockets; the timeouts only keep a hanging test from hanging all. */
@Timeout(60)
class SqlServerConnectionsTest {
    private static final Credential CREDENTIAL =
            new Credential(AuthenticationType.SQL, "granary", Secret.of("canary;password={x}"));

    private interface Answer {
        void to(Socket client) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void givesUpOnASilentServer(Encryption encryption) throws IOException {
        assertFailure(encryption, client -> {}, Verdict.UNREACHABLE, "timeout");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatNothingListens(Encryption encryption) throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertFailure(encryption, "127.0.0.1", port, Verdict.UNREACHABLE, "refused");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheHostIsNotKnown(Encryption encryption) {
        assertFailure(encryption, "no-such-host.invalid", 1433, Verdict.UNREACHABLE, "unknown-host");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheConnectionWasResetWhileItWasMade(Encryption encryption) throws IOException {
        Answer reset = client -> {
            client.setSoLinger(true, 0);
            client.close();
        };

        assertFailure(encryption, reset, Verdict.UNREACHABLE, "broken");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheConnectionWasClosedWhileItWasMade(Encryption encryption) throws IOException {
        Answer close = client -> {
            client.getInputStream().read(new byte[4096]);
            client.close();
        };

        assertFailure(encryption, close, Verdict.UNREACHABLE, "broken");
    }

    private static void assertFailure(Encryption encryption, Answer answer, Verdict verdict, String code)
            throws IOException {
        List<Socket> clients = new ArrayList<>();
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                while (!server.isClosed()) {
                    try {
                        Socket client = server.accept();
                        clients.add(client);
                        answer.to(client);
                    } catch (IOException closed) {
                        // The test is over, or the client went first.
                    }
                }
            });
            assertFailure(encryption, "127.0.0.1", server.getLocalPort(), verdict, code);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private static void assertFailure(Encryption encryption, String host, int port, Verdict verdict, String code) {
        ServerSettings settings = ServerSettings.at(host, port)
                .withTls(new Tls(encryption, false))
                .withLimits(new Limits(1, 1, 5));

        SQLException thrown =
                catchThrowableOfType(SQLException.class, () -> new SqlServerConnections().open(settings, CREDENTIAL));

        SourceFailure failure = SourceFailure.of(thrown);
        assertThat(failure.verdict()).isEqualTo(verdict);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.reason()).doesNotContain(host, "canary");
        assertThat(failure.endsConnection()).isTrue();
        assertThat(stackTrace(thrown)).doesNotContain("canary");
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}

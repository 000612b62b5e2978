package dev.granary.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFailureTest {
    @ParameterizedTest
    @CsvSource({
        "207,UNSUPPORTED",
        "208,UNSUPPORTED",
        "195,UNSUPPORTED",
        "2812,UNSUPPORTED",
        "4121,UNSUPPORTED",
        "229,DENIED",
        "262,DENIED",
        "297,DENIED",
        "300,DENIED",
        "371,DENIED",
        "916,DENIED",
        "911,DATABASE_UNAVAILABLE",
        "922,DATABASE_UNAVAILABLE",
        "924,DATABASE_UNAVAILABLE",
        "926,DATABASE_UNAVAILABLE",
        "927,DATABASE_UNAVAILABLE",
        "942,DATABASE_UNAVAILABLE",
        "945,DATABASE_UNAVAILABLE",
        "952,DATABASE_UNAVAILABLE",
        "976,DATABASE_UNAVAILABLE",
        "978,DATABASE_UNAVAILABLE",
        "983,DATABASE_UNAVAILABLE",
        "4060,DATABASE_UNAVAILABLE",
        "18452,LOGIN",
        "18456,LOGIN",
        "18470,LOGIN",
        "18486,LOGIN",
        "18487,LOGIN",
        "18488,LOGIN",
        "1205,TRANSIENT",
        "1222,TRANSIENT",
        "10928,TRANSIENT",
        "10929,TRANSIENT",
        "40197,TRANSIENT",
        "40501,TRANSIENT",
        "40613,TRANSIENT",
        "49918,TRANSIENT",
        "49920,TRANSIENT",
        "102,OTHER",
        "8134,OTHER",
        "99999,OTHER"
    })
    void knowsTheEnginesNumbers(int number, Verdict verdict) {
        SourceFailure failure = SourceFailure.of(new SQLException("canary", "S0001", number));

        assertThat(failure.verdict()).isEqualTo(verdict);
        assertThat(failure.code()).isEqualTo(Integer.toString(number));
        assertThat(failure.reason()).isNotBlank().doesNotContain("canary");
        assertThat(failure.isRetryable()).isEqualTo(verdict == Verdict.TRANSIENT);
    }

    @Test
    void saysWhatToDoAboutEveryKind() {
        Set<Verdict> kinds = EnumSet.allOf(Verdict.class);

        assertThat(kinds).allSatisfy(kind -> assertThat(Reasons.of(kind)).isNotBlank());
        assertThat(IntStream.rangeClosed(1, 50_000).mapToObj(ErrorNumbers::reason))
                .noneMatch(String::isBlank);
    }

    @Test
    void tellsALostConnectionFromOneThatWasNeverMade() {
        var reset = new SQLException("Connection reset", "08S01", 0, new SocketException("Connection reset"));

        assertThat(SourceFailure.of(reset).verdict()).isEqualTo(Verdict.LOST);
        assertThat(SourceFailure.of(reset).isRetryable()).isTrue();
        assertThat(SourceFailure.of(new SQLException("closed", "08003")).code()).isEqualTo("lost");
        assertThat(SourceFailure.of(connecting(reset)).verdict()).isEqualTo(Verdict.UNREACHABLE);
    }

    @Test
    void knowsAStatementThatTookTooLong() {
        assertThat(SourceFailure.of(new SQLTimeoutException("The query has timed out.", "HY008"))
                        .verdict())
                .isEqualTo(Verdict.TIMEOUT);
        assertThat(SourceFailure.of(new SQLException(
                                "Read timed out", "08S01", new SocketTimeoutException("Read timed out")))
                        .code())
                .isEqualTo("timeout");
    }

    @Test
    void knowsACertificateThatIsNotTrusted() {
        var handshake = new SSLHandshakeException("PKIX path building failed");
        handshake.initCause(new CertificateException("host db.example.com"));

        SourceFailure failure = SourceFailure.of(connecting(new SQLException("host db", "08S01", 0, handshake)));

        assertThat(failure.verdict()).isEqualTo(Verdict.TLS);
        assertThat(failure.code()).isEqualTo("certificate");
        assertThat(failure.reason()).doesNotContain("db.example.com");
    }

    @Test
    void knowsWhenNoProtocolWasAgreedOn() {
        var alert = new SSLHandshakeException("Received fatal alert: protocol_version");

        assertThat(SourceFailure.of(connecting(new SQLException("x", "08S01", 0, alert)))
                        .code())
                .isEqualTo("tls");
    }

    @Test
    void findsTheEnginesNumberBehindAWrapper() {
        var refused = new SQLException("Login failed for user 'canary'", "S0001", 18456);

        assertThat(SourceFailure.of(new SQLException("wrapped", "08001", 0, refused))
                        .verdict())
                .isEqualTo(Verdict.LOGIN);
    }

    @Test
    void takesWhatTheDriverCannotDoForAMistakeHere() {
        assertThat(SourceFailure.of(new SQLException("no such column label", "S0022"))
                        .verdict())
                .isEqualTo(Verdict.OTHER);
        assertThat(SourceFailure.of(new SQLException("x", (String) null, 0, new IOException()))
                        .code())
                .isEqualTo("driver");
    }

    private static SQLException connecting(SQLException failed) {
        return new SQLNonTransientConnectionException("No connection could be made", "08001", failed);
    }
}

package dev.granary.sqlserver;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * What an error of the source means: the kind, a code (the engine's number, or a word such as {@code certificate}) and
 * a reason that says who must act. Nothing of the driver's or the server's message is in it.
 */
public record SourceFailure(Verdict verdict, String code, String reason) {

    /** Classifies what the driver threw, whether in connecting or later. */
    public static SourceFailure of(SQLException thrown) {
        List<Throwable> chain = chain(thrown);
        for (Throwable link : chain) {
            if (link instanceof SQLException error && error.getErrorCode() > 0) {
                int number = error.getErrorCode();
                return new SourceFailure(
                        ErrorNumbers.verdict(number), Integer.toString(number), ErrorNumbers.reason(number));
            }
        }
        return thrown instanceof SQLNonTransientConnectionException ? connecting(chain) : later(thrown, chain);
    }

    /**
     * That an engine lacks a view or column, as {@link StatementProbe} found out.
     *
     * @param code of the refusal, where there was one
     */
    public static SourceFailure lacking(String missing, String code) {
        return new SourceFailure(
                Verdict.UNSUPPORTED,
                code,
                "the engine lacks " + missing + "; nothing to do, what it would tell stays unknown");
    }

    /** That an engine that only resembles SQL Server refuses a statement, whatever it means by its number. */
    public static SourceFailure unanswered(String code) {
        return new SourceFailure(
                Verdict.UNSUPPORTED,
                code,
                "the engine only resembles SQL Server and refuses what is read here; what it would tell stays unknown");
    }

    /** Whether the same may work in a moment, on a connection that still stands or a new one. */
    public boolean isRetryable() {
        return verdict == Verdict.TRANSIENT || verdict == Verdict.LOST;
    }

    /** Whether no connection is left to go on with. */
    public boolean endsConnection() {
        return switch (verdict) {
            case LOST, UNREACHABLE, TLS, LOGIN -> true;
            case UNSUPPORTED, DENIED, DATABASE_UNAVAILABLE, TRANSIENT, TIMEOUT, OTHER -> false;
        };
    }

    private static SourceFailure connecting(List<Throwable> chain) {
        if (any(chain, CertificateException.class) || any(chain, CertPathValidatorException.class)) {
            return new SourceFailure(
                    Verdict.TLS,
                    "certificate",
                    "the server's certificate is not trusted; have the JVM trust its issuer, or set tls in servers.yml");
        }
        // Some failures arrive as text only, with the operating system's words in it.
        if (any(chain, UnknownHostException.class)) {
            return new SourceFailure(
                    Verdict.UNREACHABLE, "unknown-host", "the host's name is not known; check host in servers.yml");
        }
        if (says(chain, "refused")) {
            return new SourceFailure(
                    Verdict.UNREACHABLE,
                    "refused",
                    "nothing listens there; check host and port in servers.yml, and that the server runs");
        }
        if (any(chain, SocketTimeoutException.class) || says(chain, "timed out")) {
            return new SourceFailure(
                    Verdict.UNREACHABLE,
                    "timeout",
                    "the server did not answer within loginTimeoutSeconds; check host, port and firewalls");
        }
        if (any(chain, SSLException.class) && !broken(chain)) {
            return new SourceFailure(Verdict.TLS, "tls", Reasons.of(Verdict.TLS));
        }
        return new SourceFailure(
                Verdict.UNREACHABLE,
                "broken",
                "the connection was closed while it was being made; check that a SQL Server listens at host and port");
    }

    private static SourceFailure later(SQLException thrown, List<Throwable> chain) {
        if (any(chain, SocketTimeoutException.class)
                || thrown instanceof SQLTimeoutException
                || "HY008".equals(thrown.getSQLState())) {
            return new SourceFailure(Verdict.TIMEOUT, "timeout", Reasons.of(Verdict.TIMEOUT));
        }
        String state = thrown.getSQLState();
        if (broken(chain) || (state != null && state.startsWith("08"))) {
            return new SourceFailure(Verdict.LOST, "lost", Reasons.of(Verdict.LOST));
        }
        return new SourceFailure(
                Verdict.OTHER, state == null ? "driver" : state, "the driver failed; this is a mistake in Granary");
    }

    private static boolean broken(List<Throwable> chain) {
        return any(chain, EOFException.class)
                || any(chain, SocketException.class)
                || any(chain, ConnectException.class);
    }

    private static boolean any(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    private static boolean says(List<Throwable> chain, String words) {
        return chain.stream()
                .anyMatch(link -> link.getMessage() != null && link.getMessage().contains(words));
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Throwable link = thrown;
        while (link != null && !chain.contains(link)) {
            chain.add(link);
            link = link.getCause();
        }
        return chain;
    }
}

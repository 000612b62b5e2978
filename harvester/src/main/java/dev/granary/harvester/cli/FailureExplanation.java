package dev.granary.harvester.cli;

import dev.granary.harvester.runs.HarvestRefused;
import dev.granary.registry.ConfigurationException;
import dev.granary.registry.CredentialException;
import dev.granary.registry.FilterChangeException;
import dev.granary.secrets.InvalidKeyException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person in a line why a command did not work, and a script by the exit code who must act. */
final class FailureExplanation implements IExecutionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureExplanation.class);
    private static final String NOT_ALLOWED = "28";

    private final Surroundings surroundings;

    FailureExplanation(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        for (@Nullable Throwable link = thrown; link != null; link = link.getCause()) {
            switch (link) {
                case ConfigurationException wrong -> {
                    wrong.problems().forEach(problem -> surroundings.complain(problem.toString()));
                    return ExitCode.REFUSED;
                }
                case FilterChangeException unaccepted -> {
                    surroundings.complain(String.valueOf(unaccepted.getMessage()));
                    surroundings.complain("Nothing was stored. If it is meant: register --accept-filter-changes.");
                    return ExitCode.REFUSED;
                }
                case Refusal refused -> {
                    return refused(refused);
                }
                case HarvestRefused refused -> {
                    return refused(refused);
                }
                case InvalidKeyException refused -> {
                    return refused(refused);
                }
                case CredentialException refused -> {
                    return refused(refused);
                }
                case SQLException store -> {
                    surroundings.complain(inWords(store));
                    LOG.debug("The store failed", thrown);
                    return ExitCode.FAILED;
                }
                default -> LOG.trace("The cause is looked for behind {}", link.getClass());
            }
        }
        LOG.error("{} failed: a fault of Granary's own", command.getCommandName(), thrown);
        return ExitCode.FAILED;
    }

    private int refused(Throwable reason) {
        surroundings.complain(String.valueOf(reason.getMessage()));
        return ExitCode.REFUSED;
    }

    /** PostgreSQL's first line names roles and hosts at most; its details may quote rows. */
    private static String inWords(SQLException store) {
        var message = String.valueOf(store.getMessage()).lines().findFirst().orElse("");
        var state = String.valueOf(store.getSQLState());
        return state.startsWith(NOT_ALLOWED)
                ? "PostgreSQL refused the login (check the GRANARY_*_PASSWORD variables): " + message
                : "PostgreSQL (GRANARY_DB_URL) failed: " + message;
    }
}

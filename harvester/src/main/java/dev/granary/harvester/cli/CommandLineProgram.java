package dev.granary.harvester.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Turns arguments into a command and the command's end into an exit code. */
public final class CommandLineProgram {

    private final Surroundings surroundings;

    public CommandLineProgram(Map<String, String> environment, PrintWriter out, PrintWriter err) {
        this.surroundings = new Surroundings(Map.copyOf(environment), out, err);
    }

    /** The exit code: 0 done, 1 failed, 2 refused, 3 done with failures. */
    public int run(String... arguments) {
        logToStandardError();
        var program = new CommandLine(new HarvesterCommand());
        program.addSubcommand(new ServeCommand(surroundings))
                .addSubcommand(new RegisterCommand(surroundings))
                .addSubcommand(new HarvestCommand(surroundings))
                .addSubcommand(new MeasureCommand(surroundings))
                .addSubcommand(new RelaunchCommand(surroundings))
                .addSubcommand(new RunsCommand(surroundings))
                .addSubcommand(new HoldsCommand(surroundings))
                .addSubcommand(new ReleaseCommand(surroundings))
                .addSubcommand(new RejectCommand(surroundings))
                .addSubcommand(new PauseCommand(surroundings))
                .addSubcommand(new ResumeCommand(surroundings))
                .addSubcommand(new RetainCommand(surroundings))
                .addSubcommand(new RotateKeysCommand(surroundings))
                .addSubcommand(new DoctorCommand(surroundings))
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setExecutionExceptionHandler(new FailureExplanation(surroundings));
        if (arguments.length == 0) {
            program.usage(surroundings.err());
            return ExitCode.REFUSED;
        }
        return program.execute(arguments);
    }

    /** The commands that need no Spring would otherwise log to standard output, which belongs to their answers. */
    private static void logToStandardError() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        var configuration = Objects.requireNonNull(
                CommandLineProgram.class.getResource("/dev/granary/harvester/logging.xml"), "logging.xml is missing");
        var configurator = new JoranConfigurator();
        context.reset();
        configurator.setContext(context);
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new IllegalStateException("logging.xml is not valid", e);
        }
    }
}

package dev.granary.standalone;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** Sends the log to standard error from the first line on: what starts before Spring would log to standard output, which scripts read. */
final class LogToStandardError {

    private LogToStandardError() {}

    static void begin() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        var configuration = Objects.requireNonNull(
                Main.class.getResource("/dev/granary/standalone/logging.xml"), "logging.xml is missing");
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

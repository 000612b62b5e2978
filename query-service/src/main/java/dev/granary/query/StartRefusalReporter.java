package dev.granary.query;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.annotation.Order;

/** Says in one line why the service does not start, instead of a stack trace. */
@Order(Integer.MIN_VALUE)
final class StartRefusalReporter implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(QueryServiceApplication.class);

    @Override
    public boolean reportException(Throwable failure) {
        var refused = StartRefused.in(failure);
        refused.ifPresent(r -> LOG.error("The query service does not start: {}", r.getMessage()));
        return refused.isPresent();
    }
}

package dev.granary.query.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where the container refuses a request before any of our code sees it, as for an encoded slash in a path. */
final class ProblemValve extends ErrorReportValve {

    private final JsonMapper json;

    ProblemValve(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var reason = Reason.ofStatus(response.getStatus());
        var detail = reason == Reason.INTERNAL
                ? "The service failed to answer; its log says why"
                : "The request is malformed; names with / or \\ go into parameters, not into the path";
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getReporter().write(json.writeValueAsString(Problem.of(reason, detail)));
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException("The caller left before a problem was written", e);
        }
    }
}

package dev.granary.query.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns what goes wrong into problems. Nothing of a driver's message, a host or a stack trace is in them. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(RefusedException e) {
        return answer(e.problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException e) {
        return answer(
                Problem.of(Reason.INVALID_PARAMETER, "The parameter %s is missing".formatted(e.getParameterName())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> notOfItsType(MethodArgumentTypeMismatchException e) {
        var wanted = e.getRequiredType() == Boolean.class || e.getRequiredType() == boolean.class
                ? "true or false"
                : "a whole number";
        return answer(Problem.of(Reason.INVALID_PARAMETER, "%s must be %s".formatted(e.getName(), wanted)));
    }

    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Problem> unreadable() {
        return answer(Problem.of(Reason.INVALID_PARAMETER, "The parameters are not percent-encoded as they should be"));
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    ResponseEntity<Problem> unknownPath() {
        return answer(Problem.of(Reason.NOT_FOUND, "There is nothing at this path"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrongMethod(HttpRequestMethodNotSupportedException e) {
        var supported = e.getSupportedMethods() == null ? new String[0] : e.getSupportedMethods();
        var allowed = Arrays.stream(supported).sorted().collect(Collectors.joining(", "));
        return ResponseEntity.status(Reason.METHOD_NOT_ALLOWED.status())
                .header(HttpHeaders.ALLOW, allowed)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(Reason.METHOD_NOT_ALLOWED, "This path answers " + allowed));
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    ResponseEntity<Problem> wrongMediaType() {
        return answer(Problem.of(Reason.NOT_ACCEPTABLE, "This path answers application/json"));
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Problem> store(RuntimeException e) {
        if (StoreFailure.isOutage(e)) {
            LOG.warn("The store does not answer: {}", StoreFailure.summary(e));
            return answer(Problem.of(Reason.UNAVAILABLE, "The store does not answer; try again"));
        }
        LOG.error("The store refused a statement", e);
        return answer(Problem.of(Reason.INTERNAL, "The service failed to answer; its log says why"));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

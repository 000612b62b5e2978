package dev.granary.query.access;

import dev.granary.query.web.Problem;
import dev.granary.query.web.ProblemWriter;
import dev.granary.query.web.Reason;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a request pass with a good key only; a path that does not exist is no exception, so that nobody maps the service without one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class AccessFilter extends OncePerRequestFilter {

    /** The request's attribute that says whose key it came with: the key's prefix. */
    public static final String CALLER = "granary.caller";

    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final ProblemWriter problems;

    AccessFilter(ApiKeys keys, ProblemWriter problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var needed = AccessRules.needed(request.getMethod(), request.getRequestURI());
        if (needed.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var refusal = refusal(request, needed.get());
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (refusal.get().status() == Reason.UNAUTHORIZED.status()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        problems.write(response, refusal.get());
    }

    private Optional<Problem> refusal(HttpServletRequest request, Role needed) {
        try {
            var caller = key(request).flatMap(ApiKey::parse).flatMap(keys::caller);
            if (caller.isEmpty()) {
                return Optional.of(Problem.of(
                        Reason.UNAUTHORIZED, "A valid API key is needed, as X-API-Key or as a bearer token"));
            }
            request.setAttribute(CALLER, caller.get().prefix());
            return caller.get().role().includes(needed)
                    ? Optional.empty()
                    : Optional.of(Problem.of(Reason.FORBIDDEN, "This needs the role " + needed.jsonName()));
        } catch (DataAccessException e) {
            logger.warn("The store does not answer when asked for a key: "
                    + e.getClass().getSimpleName());
            return Optional.of(Problem.of(Reason.UNAVAILABLE, "The store does not answer; try again"));
        }
    }

    private static Optional<String> key(HttpServletRequest request) {
        List<String> own = Collections.list(request.getHeaders("X-API-Key"));
        if (!own.isEmpty()) {
            return own.size() == 1 ? Optional.of(own.getFirst().strip()) : Optional.empty();
        }
        List<String> bearer = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        return bearer.size() == 1 && bearer.getFirst().regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(bearer.getFirst().substring(BEARER.length()).strip())
                : Optional.empty();
    }
}

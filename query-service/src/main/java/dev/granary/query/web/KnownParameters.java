package dev.granary.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that a resource does not know: a misspelt filter would otherwise answer with everything. */
final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            var known = new TreeSet<String>();
            for (var parameter : method.getMethodParameters()) {
                var annotation = parameter.getParameterAnnotation(RequestParam.class);
                if (annotation != null) {
                    known.add(name(annotation, parameter.getParameter().getName()));
                }
            }
            request.getParameterMap().forEach((name, values) -> {
                if (!known.contains(name)) {
                    throw new RefusedException(Reason.INVALID_PARAMETER, unknown(name, known));
                }
                if (values.length > 1) {
                    throw new RefusedException(Reason.INVALID_PARAMETER, "%s is given twice".formatted(name));
                }
            });
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("dev.granary.query.")
                && method.getBeanType() != FallbackController.class;
    }

    private static String name(RequestParam parameter, String javaName) {
        return parameter.name().isEmpty() ? javaName : parameter.name();
    }

    private static String unknown(String name, Set<String> known) {
        return known.isEmpty()
                ? "There is no parameter %s here; this path takes none".formatted(name)
                : "There is no parameter %s here; known are %s".formatted(name, String.join(", ", known));
    }
}

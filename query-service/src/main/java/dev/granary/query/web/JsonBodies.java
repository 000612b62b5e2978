package dev.granary.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a body that is declared to be other than JSON, before a form is taken for parameters; one that is declared as nothing is read as JSON. */
final class JsonBodies implements HandlerInterceptor {

    private static final MediaType JSON_BASED = new MediaType("application", "*+json");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && takesBody(method)
                && request.getContentLengthLong() != 0
                && !isJson(request.getContentType())) {
            throw new RefusedException(
                    Reason.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON, sent with Content-Type: application/json");
        }
        return true;
    }

    private static boolean takesBody(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            var type = MediaType.parseMediaType(contentType);
            return MediaType.APPLICATION_JSON.includes(type) || JSON_BASED.includes(type);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}

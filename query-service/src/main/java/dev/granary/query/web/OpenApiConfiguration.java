package dev.granary.query.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the OpenAPI document says of the whole API: how to get in, and which problems any path may answer with. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "A parameter is unknown, given twice, or has a bad value (/problems/invalid-parameter, bad-request)",
            "401", "No API key, or a wrong or expired one (/problems/unauthorized)",
            "403", "The key's role does not suffice (/problems/forbidden)",
            "404", "There is no such thing, or its database was never read (/problems/not-found, not-harvested)",
            "503", "The store does not answer (/problems/unavailable)");

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Granary")
                        .version("1")
                        .description("Lookups in the metadata of a SQL Server estate."))
                .components(new Components()
                        .addSecuritySchemes(
                                "apiKey",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key"))
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("apiKey"))
                .addSecurityItem(new SecurityRequirement().addList("bearer"));
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths()
                    .forEach((path, item) ->
                            item.readOperationsMap().forEach((method, o) -> addProblems(path, method, o)));
        };
    }

    @Bean
    OpenApiCustomizer completeSchemas(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        var records = new RecordSchemas();
        handlers.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getPackageName().startsWith("dev.granary.query."))
                .forEach(method -> records.add(method.getMethod().getGenericReturnType()));
        return api -> {
            var schemas = new HashMap<String, Schema<?>>();
            api.getComponents().getSchemas().forEach((name, schema) -> schemas.put(name, schema));
            records.complete(schemas);
        };
    }

    @Bean
    OperationCustomizer bodies() {
        return (operation, handler) -> {
            for (var parameter : handler.getMethodParameters()) {
                var fields = parameter.getParameterAnnotation(BodyFields.class);
                if (fields != null) {
                    operation.setRequestBody(body(fields));
                }
            }
            return operation;
        };
    }

    private static RequestBody body(BodyFields fields) {
        var schema = new Schema<Object>().types(Set.of("object")).additionalProperties(false);
        for (var field : fields.value()) {
            schema.addProperty(field, new Schema<String>().types(Set.of("string", "null")));
        }
        for (var field : fields.required()) {
            schema.addProperty(field, new Schema<String>().types(Set.of("string")))
                    .addRequiredItem(field);
        }
        return new RequestBody()
                .required(fields.required().length > 0)
                .content(new Content().addMediaType("application/json", new MediaType().schema(schema)));
    }

    private static void addProblems(String path, PathItem.HttpMethod method, Operation operation) {
        PROBLEMS.forEach((status, description) -> add(operation, status, description));
        if (operation.getRequestBody() != null) {
            add(operation, "415", "The body is declared to be other than JSON (/problems/unsupported-media-type)");
        }
        if (path.endsWith("/object")) {
            add(operation, "409", "The names may mean several objects (/problems/ambiguous-name)");
        }
        if (path.endsWith("/release") || path.endsWith("/reject")) {
            add(operation, "409", "The hold is decided (/problems/conflict)");
        }
        var written = method + " " + path.substring(path.lastIndexOf('/'));
        if (written.equals("PUT /{tag}") || written.equals("POST /notes")) {
            add(operation, "409", "The object has as many as it may have (/problems/conflict)");
        }
        if (path.endsWith("/diff")) {
            add(operation, "410", "One of the two states was thinned (/problems/thinned)");
        }
    }

    private static void add(Operation operation, String status, String description) {
        operation.getResponses().addApiResponse(status, problem(description));
    }

    private static ApiResponse problem(String description) {
        var schema = new Schema<Problem>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}

package dev.granary.query;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;

/** The query service as a program, and as a part of another one. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QueryServiceApplication {

    static void main(String[] args) {
        try {
            start(Map.of(), true, args);
        } catch (RuntimeException e) {
            // Spring Boot, or the reporter of refusals, has said why.
            System.exit(StartRefused.in(e).isPresent() ? 2 : 1);
        }
    }

    /**
     * Starts the service with properties that go before its environment and its file, such as {@code granary.db.url} and {@code server.port};
     * {@code local.server.port} of the context's environment is the port it got. Whoever started it closes the context.
     *
     * @throws RuntimeException if it does not start; a {@link StartRefused} is among its causes where an administrator can mend it
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        return start(properties, false);
    }

    private static ConfigurableApplicationContext start(
            Map<String, Object> properties, boolean closeWithTheProcess, String... args) {
        var first = new HashMap<>(properties);
        first.put("spring.config.name", "query-service");
        var environment = new StandardServletEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("query-service start", first));
        var application = new SpringApplication(QueryServiceApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setEnvironment(environment);
        application.setRegisterShutdownHook(closeWithTheProcess);
        return application.run(args);
    }
}

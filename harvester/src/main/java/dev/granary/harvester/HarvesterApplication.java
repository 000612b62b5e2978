package dev.granary.harvester;

import dev.granary.harvester.cli.CommandLineProgram;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The harvester as a program, and as a Spring context for programs that contain it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HarvesterApplication {

    /** Runs the command line; without a command it prints how it is used and exits with 2. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(new CommandLineProgram(System.getenv(), out, err).run(arguments));
    }

    /** The harvester's context, configured by {@code harvester.yml}; add properties, then run it. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(HarvesterApplication.class).properties("spring.config.name=harvester");
    }
}

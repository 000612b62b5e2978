package dev.granary.harvester.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Statements that live in {@code .sql} files beside the class that runs them. */
public final class SqlFile {

    private SqlFile() {}

    /** The text of {@code <name>.sql} in the package of {@code owner}. */
    public static String read(Class<?> owner, String name) {
        try (var in = owner.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("No %s.sql beside %s".formatted(name, owner.getName()));
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read %s.sql".formatted(name), e);
        }
    }
}

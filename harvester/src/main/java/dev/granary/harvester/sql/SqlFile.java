package dev.granary.harvester.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Loads a statement that lies beside a class. */
public final class SqlFile {

    private SqlFile() {}

    /** The text of {@code <name>.sql} in the package of {@code beside}. */
    public static String load(Class<?> beside, String name) {
        try (@Nullable InputStream file = beside.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("No " + name + ".sql beside " + beside.getName());
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("No SQL in " + name, e);
        }
    }
}

package dev.granary.harvester.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.granary.harvester.assemble.Section;
import dev.granary.model.Aspect;
import dev.granary.registry.NameFilter;
import dev.granary.registry.RegisteredServer;
import dev.granary.sqlserver.EngineCapabilities;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What two readings must have in common for their digests to be comparable: who read, by which statements and which rules, through which
 * filter, from which version of the engine; and which database it was, since one that was restored or replaced keeps its name only.
 */
public final class Basis {

    private static final String FORMAT = format();

    private Basis() {}

    /** The same bytes exactly if all of that is the same. */
    public static byte[] of(RegisteredServer server, EngineCapabilities engine, Database database) {
        return sha256(String.join(
                "\n",
                FORMAT,
                version(engine),
                Integer.toString(engine.engineEdition()),
                server.credential().username(),
                filter(server.settings().schemas()),
                database.name(),
                String.valueOf(database.collation()),
                String.valueOf(database.createdAt()),
                String.valueOf(database.serviceBrokerGuid())));
    }

    /** Which database it is, as far as its server tells. */
    public record Database(
            String name,
            @Nullable String collation,
            @Nullable LocalDateTime createdAt,
            @Nullable UUID serviceBrokerGuid) {}

    private static String version(EngineCapabilities engine) {
        return engine.isBabelfish()
                ? engine.productVersion() + " " + engine.babelfishVersion()
                : engine.productVersion();
    }

    private static String filter(NameFilter schemas) {
        return schemas.include() + " " + schemas.exclude();
    }

    /** Changes with every statement and every rule of writing: what another version of Granary has read is read again. */
    private static String format() {
        var rules = new StringBuilder();
        for (var section : Section.values()) {
            rules.append(section.query().sql()).append('\n');
        }
        for (var aspect : Aspect.values()) {
            rules.append(aspect.jsonName()).append(' ').append(aspect.format()).append('\n');
        }
        Arrays.stream(Digest.values())
                .forEach(digest -> rules.append(digest.sql()).append('\n'));
        return HexFormat.of().formatHex(sha256(rules.toString()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

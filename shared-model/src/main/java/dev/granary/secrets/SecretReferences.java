package dev.granary.secrets;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resolves what stands for a secret in YAML: {@code ${ENV_NAME}} or {@code file:/path}; a literal is refused. */
public final class SecretReferences {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern SECRET_MANAGER = Pattern.compile(
            "(vault|op|bws|doppler|sm|arn:aws:secretsmanager|aws-sm|aws-secretsmanager|aws-ssm|azure-kv|azure-keyvault"
                    + "|gcp-sm|gcp-secretmanager|k8s|kubernetes|secretmanager):.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String FILE = "file:";
    private static final long MOST_BYTES = 64 * 1024;
    private static final String ACCEPTED = "${ENV_NAME} or file:/path";

    private final Function<String, @Nullable String> environment;

    /** Looks variables up in the environment given.
     *
     * @param environment a variable's value, or null where it is not set */
    public SecretReferences(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * The secret behind a reference; the one line break that editors leave at the end of a file is not part of it.
     *
     * @throws UnresolvedSecretException with a reason that never repeats what could be a literal secret
     */
    public Secret resolve(String reference) {
        Matcher variable = VARIABLE.matcher(reference);
        if (variable.matches()) {
            return fromVariable(variable.group(1));
        }
        if (reference.startsWith(FILE)) {
            return fromFile(reference.substring(FILE.length()));
        }
        Matcher manager = SECRET_MANAGER.matcher(reference);
        if (manager.matches()) {
            throw new UnresolvedSecretException("references to a secret manager ('%s:') are not built yet; use %s"
                    .formatted(manager.group(1).toLowerCase(Locale.ROOT), ACCEPTED));
        }
        throw new UnresolvedSecretException("a secret is never written literally; use " + ACCEPTED);
    }

    private Secret fromVariable(String name) {
        String value = environment.apply(name);
        if (value == null) {
            throw new UnresolvedSecretException("the environment variable " + name + " is not set");
        }
        if (value.isEmpty()) {
            throw new UnresolvedSecretException("the environment variable " + name + " is empty");
        }
        return Secret.of(value);
    }

    private static Secret fromFile(String name) {
        String text = read(path(name)).replaceFirst("\\R\\z", "");
        if (text.isEmpty()) {
            throw new UnresolvedSecretException("the file " + name + " is empty");
        }
        return Secret.of(text);
    }

    private static Path path(String name) {
        try {
            Path path = Path.of(name);
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException notAPath) {
            throw new UnresolvedSecretException("what follows file: is not a path");
        }
        throw new UnresolvedSecretException("what follows file: must be an absolute path");
    }

    private static String read(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new UnresolvedSecretException("the file " + path + " is too large for a secret");
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            throw new UnresolvedSecretException("the file " + path + " is not UTF-8 text");
        } catch (IOException unreadable) {
            throw new UnresolvedSecretException("the file " + path + " cannot be read");
        }
    }
}

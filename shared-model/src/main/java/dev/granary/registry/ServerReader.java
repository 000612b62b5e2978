package dev.granary.registry;

import dev.granary.secrets.SecretReferences;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one entry of {@code servers.yml}, going on after a mistake so that all of them are reported. */
final class ServerReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern INSTANCE = Pattern.compile("[\\p{L}_#&][\\p{L}\\p{N}_#$@&]{0,15}");
    private static final Pattern HOST = Pattern.compile("[^\\s\\\\/;,{}=]+");
    private static final int LONGEST_LABEL = 63;

    private final CredentialReader credentials;
    private final ScheduleReader schedules;

    private final List<ServerGroup> groups;

    ServerReader(SecretReferences secrets, ScheduleReader schedules, List<ServerGroup> groups) {
        this.credentials = new CredentialReader(secrets);
        this.schedules = schedules;
        this.groups = List.copyOf(groups);
    }

    /** Empty when something essential is missing; what it returns counts only if no problem was reported. */
    Optional<ServerDefinition> read(Block server) {
        Optional<String> name =
                server.required(ServerOptions.NAME).flatMap(option -> option.parsed(ServerReader::name));
        String environment = server.option(ServerOptions.ENVIRONMENT)
                .flatMap(option -> option.parsed(ServerReader::label))
                .orElse(null);
        List<String> tags = server.option(ServerOptions.TAGS)
                .map(option -> option.list(ServerReader::label))
                .orElse(List.of());
        Optional<ServerSettings> settings = settings(server, groupSchedule(name.orElse(""), tags));
        Optional<Credential> harvest = server.required(ServerOptions.HARVEST).flatMap(credentials::read);
        Credential query =
                server.option(ServerOptions.QUERY).flatMap(credentials::read).orElse(null);
        if (name.isEmpty() || settings.isEmpty() || harvest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ServerDefinition(name.get(), environment, tags, settings.get(), harvest.get(), query));
    }

    /** The first group that has the server sets what it does not set itself. */
    private Schedule groupSchedule(String name, List<String> tags) {
        return groups.stream()
                .filter(group -> group.has(name, tags))
                .findFirst()
                .map(ServerGroup::schedule)
                .orElse(Schedule.DEFAULT);
    }

    private Optional<ServerSettings> settings(Block server, Schedule shared) {
        Optional<String> host =
                server.required(ServerOptions.HOST).flatMap(option -> option.parsed(ServerReader::host));
        Optional<Option> instanceOption = server.option(ServerOptions.INSTANCE);
        if (server.option(ServerOptions.PORT).isPresent()) {
            instanceOption.ifPresent(option -> option.refuse("is given beside port: give one of them"));
        }
        @Nullable
        String instance = instanceOption
                .flatMap(option -> option.parsed(ServerReader::instance))
                .orElse(null);
        OptionalInt port = server.option(ServerOptions.PORT)
                .map(option -> option.number(1, 65_535))
                .orElse(OptionalInt.of(ServerSettings.DEFAULT_PORT));
        Tls tls = server.read(ServerOptions.TLS, Tls.DEFAULT, ServerReader::tls);
        ApplicationIntent intent = server.read(
                ServerOptions.APPLICATION_INTENT,
                ApplicationIntent.READ_WRITE,
                option -> option.parsed(ApplicationIntent::of));
        NameFilter databases = server.read(ServerOptions.DATABASES, NameFilter.ALL, ServerReader::filter);
        NameFilter schemas = server.read(ServerOptions.SCHEMAS, NameFilter.ALL, ServerReader::filter);
        Limits limits = server.read(ServerOptions.LIMITS, Limits.DEFAULT, ServerReader::limits);
        Schedule schedule = server.read(ServerOptions.SCHEDULE, shared, option -> schedules.read(option, shared));
        if (host.isEmpty() || port.isEmpty()) {
            return Optional.empty();
        }
        Integer usedPort = instance == null ? port.getAsInt() : null;
        return Optional.of(
                new ServerSettings(host.get(), usedPort, instance, tls, intent, databases, schemas, limits, schedule));
    }

    private static Optional<Tls> tls(Option option) {
        return Block.of(option, ServerOptions.TLS_OPTIONS).map(block -> {
            Encryption encryption =
                    block.read(ServerOptions.ENCRYPT, Tls.DEFAULT.encrypt(), it -> it.parsed(Encryption::of));
            boolean trust = block.read(ServerOptions.TRUST_SERVER_CERTIFICATE, false, Option::flag);
            if (trust && encryption == Encryption.STRICT) {
                block.option(ServerOptions.TRUST_SERVER_CERTIFICATE)
                        .ifPresent(it -> it.refuse("cannot be true where encrypt is strict, which always checks"));
            }
            return new Tls(encryption, trust);
        });
    }

    private static Optional<NameFilter> filter(Option option) {
        return Block.of(option, ServerOptions.FILTER_OPTIONS)
                .map(block -> new NameFilter(
                        block.option(ServerOptions.INCLUDE)
                                .map(ServerReader::atLeastOnePattern)
                                .orElse(NameFilter.ALL.include()),
                        block.option(ServerOptions.EXCLUDE)
                                .map(it -> it.list(NamePattern::of))
                                .orElse(List.of())));
    }

    private static List<NamePattern> atLeastOnePattern(Option option) {
        if (option.node() instanceof SequenceNode list && list.getValue().isEmpty()) {
            option.refuse("is empty and would match nothing");
        }
        return option.list(NamePattern::of);
    }

    private static Optional<Limits> limits(Option option) {
        Limits otherwise = Limits.DEFAULT;
        return Block.of(option, ServerOptions.LIMIT_OPTIONS)
                .map(block -> new Limits(
                        number(block, ServerOptions.CONNECTIONS, Limits.MOST_CONNECTIONS, otherwise.connections()),
                        number(
                                block,
                                ServerOptions.LOGIN_TIMEOUT_SECONDS,
                                Limits.LONGEST_LOGIN_SECONDS,
                                otherwise.loginTimeoutSeconds()),
                        number(
                                block,
                                ServerOptions.STATEMENT_TIMEOUT_SECONDS,
                                Limits.LONGEST_STATEMENT_SECONDS,
                                otherwise.statementTimeoutSeconds()),
                        budget(block, ServerOptions.STATEMENTS_PER_MINUTE, Limits.MOST_STATEMENTS_PER_MINUTE),
                        budget(block, ServerOptions.SOURCE_SECONDS_PER_RUN, Limits.MOST_SOURCE_SECONDS_PER_RUN)));
    }

    /** Null where none is given. */
    private static @Nullable Integer budget(Block block, String name, int most) {
        OptionalInt given =
                block.option(name).map(option -> option.number(1, most)).orElse(OptionalInt.empty());
        return given.isPresent() ? given.getAsInt() : null;
    }

    private static int number(Block block, String name, int most, int otherwise) {
        return block.option(name)
                .map(option -> option.number(1, most).orElse(otherwise))
                .orElse(otherwise);
    }

    private static String name(String text) {
        return matching(NAME, text, "is not a server name: 1 to 63 of a-z, 0-9 and -, not beginning with -");
    }

    private static String host(String text) {
        if (text.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("'" + text + "' holds an instance: write it as the option instance");
        }
        if (text.indexOf(',') >= 0 || (text.indexOf(':') >= 0 && text.indexOf(':') == text.lastIndexOf(':'))) {
            throw new IllegalArgumentException("'" + text + "' holds a port: write it as the option port");
        }
        return matching(HOST, text, "is not a host name or address");
    }

    private static String instance(String text) {
        return matching(INSTANCE, text, "is not an instance name (1 to 16 letters and digits)");
    }

    static String label(String text) {
        if (text.length() > LONGEST_LABEL || !text.equals(text.strip())) {
            throw new IllegalArgumentException(
                    "'" + text + "' is longer than " + LONGEST_LABEL + " characters or has blanks around it");
        }
        return text;
    }

    private static String matching(Pattern pattern, String text, String otherwise) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' " + otherwise);
        }
        return text;
    }
}

package dev.granary.standalone.faults;

import dev.granary.harvester.HarvesterApplication;
import dev.granary.harvester.cli.CommandLineProgram;
import dev.granary.query.QueryServiceApplication;
import dev.granary.query.access.ApiKey;
import dev.granary.secrets.KeyRing;
import dev.granary.standalone.stores.EmbeddedCache;
import dev.granary.standalone.stores.EmbeddedStore;
import dev.granary.standalone.stores.StorePasswords;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All of Granary on stores of its own: the harvester as its command line, in this process or another, and REST over real HTTP. */
final class Granary implements AutoCloseable {

    private static final StorePasswords PASSWORDS =
            new StorePasswords("superuser-secret", "owner-secret", "harvester-secret", "query-secret");

    private final Path folder;
    private final Canary canary;
    private final EmbeddedStore store;
    private final EmbeddedCache cache;
    private final ConfigurableApplicationContext query;
    private final Rest rest;
    private final Map<String, String> environment = new HashMap<>();

    private Granary(Path folder, Canary canary) throws IOException, SQLException {
        this.folder = folder;
        this.canary = canary;
        this.store = EmbeddedStore.start(folder.resolve("postgres"), PASSWORDS);
        this.cache = EmbeddedCache.start(folder.resolve("redis"));
        store.migrate(PASSWORDS);
        environment.put("GRANARY_DB_URL", store.url());
        environment.put("GRANARY_HARVESTER_PASSWORD", PASSWORDS.harvester());
        environment.put("GRANARY_REDIS_URL", cache.url());
        environment.put("ENCRYPTION_KEY", KeyRing.newKey());
        environment.put("GRANARY_CONFIG", folder.toString());
        var key = ApiKey.generate().reveal();
        this.query = QueryServiceApplication.start(Map.of(
                "granary.db.url",
                store.url(),
                "granary.db.password",
                PASSWORDS.query(),
                "granary.redis.url",
                cache.url(),
                "granary.api-key",
                key,
                "server.port",
                0));
        this.rest =
                new Rest(query.getEnvironment().getRequiredProperty("local.server.port", Integer.class), key, canary);
    }

    static Granary start(Path folder, Canary canary) throws IOException, SQLException {
        return new Granary(folder, canary);
    }

    Rest rest() {
        return rest;
    }

    /** The store as its owner sees it. */
    JdbcClient store() {
        return JdbcClient.create(new DriverManagerDataSource(store.url(), "granary_owner", PASSWORDS.owner()));
    }

    /** The store as PostgreSQL's superuser sees it, who alone sees what others are at. */
    JdbcClient storeOfSuperuser() {
        return JdbcClient.create(new DriverManagerDataSource(store.url(), "postgres", PASSWORDS.superuser()));
    }

    /** A connection to the store to hold locks with. */
    Connection ownerConnection() throws SQLException {
        return DriverManager.getConnection(store.url(), "granary_owner", PASSWORDS.owner());
    }

    /** Makes these servers, and no others, the registered ones. */
    void register(Source.Entry... servers) throws IOException {
        Files.writeString(
                folder.resolve("servers.yml"),
                Stream.of(servers).map(Source.Entry::yaml).collect(Collectors.joining("", "servers:\n", "")));
        var ended = run(
                Map.of(
                        "GRANARY_OWNER_PASSWORD",
                        PASSWORDS.owner(),
                        "HARVEST_PASSWORD",
                        Canary.PASSWORD,
                        "WRONG_PASSWORD",
                        Canary.WRONG_PASSWORD),
                "register");
        if (ended.code() != 0) {
            throw new IllegalStateException(ended.toString());
        }
    }

    /** Runs {@code harvest --json} and what more is asked for, in this process. */
    Ended harvest(String... more) {
        return run(
                Map.of(),
                Stream.concat(Stream.of("harvest", "--json"), Stream.of(more)).toArray(String[]::new));
    }

    /** Runs a command in this process, with variables besides or instead of the usual ones. */
    Ended run(Map<String, String> variables, String... arguments) {
        var all = new HashMap<>(environment);
        all.putAll(variables);
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new CommandLineProgram(all, new PrintWriter(out), new PrintWriter(err)).run(arguments);
        canary.hear(out.toString());
        canary.hear(err.toString());
        return new Ended(code, out.toString(), err.toString());
    }

    Ended relaunch(long run) {
        return run(Map.of(), "relaunch", Long.toString(run), "--json");
    }

    /** Starts a command in a process of its own. */
    Process start(String... arguments) throws IOException {
        return start("harvester.log", Map.of(), arguments);
    }

    /** Starts a command in a process of its own, with variables besides the usual ones; its sessions in the store have its log's name. */
    Process start(String log, Map<String, String> variables, String... arguments) throws IOException {
        var command = new ProcessBuilder(Jvm.command(HarvesterApplication.class, List.of(arguments)));
        command.environment().putAll(environment);
        command.environment().put("GRANARY_DB_URL", store.url() + "?ApplicationName=" + log);
        command.environment().putAll(variables);
        var process = command.redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
        canary.hearCommandLine(process);
        return process;
    }

    /** What a process started with that log has said so far. */
    String log(String log) throws IOException {
        var text = Files.readString(folder.resolve(log));
        canary.hear(text);
        return text;
    }

    /** Stops PostgreSQL as an administrator does, cutting everyone off, and starts it again at its port. */
    void restartStore() throws IOException, InterruptedException {
        PostgresRestart.of(folder.resolve("postgres"));
    }

    /** What the last command in a process of its own has said so far. */
    String harvesterLog() throws IOException {
        var log = Files.readString(folder.resolve("harvester.log"));
        canary.hear(log);
        return log;
    }

    /** What a command left behind. */
    record Ended(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @Override
    public void close() throws IOException {
        query.close();
        cache.close();
        store.close();
    }
}

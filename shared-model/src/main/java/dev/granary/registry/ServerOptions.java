package dev.granary.registry;

import java.util.List;

/** The names of all options of {@code servers.yml}, block by block, as the contract and the JSON Schema have them. */
final class ServerOptions {
    static final String SERVERS = "servers";
    static final String GROUPS = "groups";
    static final String NAME = "name";
    static final String HOST = "host";
    static final String PORT = "port";
    static final String INSTANCE = "instance";
    static final String ENVIRONMENT = "environment";
    static final String TAGS = "tags";
    static final String HARVEST = "harvest";
    static final String QUERY = "query";
    static final String TLS = "tls";
    static final String APPLICATION_INTENT = "applicationIntent";
    static final String DATABASES = "databases";
    static final String SCHEMAS = "schemas";
    static final String LIMITS = "limits";
    static final String SCHEDULE = "schedule";

    static final String TYPE = "type";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String ENCRYPT = "encrypt";
    static final String TRUST_SERVER_CERTIFICATE = "trustServerCertificate";
    static final String INCLUDE = "include";
    static final String EXCLUDE = "exclude";
    static final String CONNECTIONS = "connections";
    static final String LOGIN_TIMEOUT_SECONDS = "loginTimeoutSeconds";
    static final String STATEMENT_TIMEOUT_SECONDS = "statementTimeoutSeconds";
    static final String STATEMENTS_PER_MINUTE = "statementsPerMinute";
    static final String SOURCE_SECONDS_PER_RUN = "sourceSecondsPerRun";
    static final String FULL = "full";
    static final String INCREMENTAL = "incremental";
    static final String MEASURES = "measures";
    static final String MISFIRE = "misfire";
    static final String OVERLAP = "overlap";
    static final String BLACKOUT = "blackout";
    static final String ZONE = "zone";

    static final List<String> ROOT = List.of(SERVERS, GROUPS);
    static final List<String> SERVER = List.of(
            NAME,
            HOST,
            PORT,
            INSTANCE,
            ENVIRONMENT,
            TAGS,
            HARVEST,
            QUERY,
            TLS,
            APPLICATION_INTENT,
            DATABASES,
            SCHEMAS,
            LIMITS,
            SCHEDULE);
    static final List<String> GROUP = List.of(NAME, SERVERS, TAGS, SCHEDULE);
    static final List<String> CREDENTIAL_OPTIONS = List.of(TYPE, USERNAME, PASSWORD);
    static final List<String> TLS_OPTIONS = List.of(ENCRYPT, TRUST_SERVER_CERTIFICATE);
    static final List<String> FILTER_OPTIONS = List.of(INCLUDE, EXCLUDE);
    static final List<String> LIMIT_OPTIONS = List.of(
            CONNECTIONS,
            LOGIN_TIMEOUT_SECONDS,
            STATEMENT_TIMEOUT_SECONDS,
            STATEMENTS_PER_MINUTE,
            SOURCE_SECONDS_PER_RUN);
    static final List<String> SCHEDULE_OPTIONS = List.of(FULL, INCREMENTAL, MEASURES, ZONE, MISFIRE, OVERLAP, BLACKOUT);

    private ServerOptions() {}
}

package dev.granary.standalone.faults;

import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.faults.FaultRule;
import dev.granary.emulator.faults.Faults;
import dev.granary.emulator.session.EmulatorServer;
import java.util.List;

/** An emulated SQL Server with a login for harvests, made and changed by T-SQL, misbehaving by rules. */
final class Source implements AutoCloseable {

    private static final String LOGIN = """
            CREATE LOGIN granary_harvest WITH PASSWORD = N'%s'
            GO
            GRANT VIEW ANY DATABASE TO granary_harvest
            GO
            """;

    private static final String DATABASE = """
            CREATE DATABASE [%1$s]
            GO
            USE [%1$s]
            GO
            CREATE USER granary_harvest FOR LOGIN granary_harvest
            GO
            GRANT VIEW DEFINITION TO granary_harvest
            GO
            """;

    /** What every database has: two tables, a foreign key, a sequence and a procedure, none of whose constraints has a name of its own. */
    static final String TABLES = """
            CREATE TABLE dbo.customer (id int NOT NULL PRIMARY KEY, name nvarchar(80) NOT NULL, city nvarchar(40) NULL DEFAULT N'Wien')
            GO
            CREATE TABLE dbo.invoice (
                id int IDENTITY(1,1) NOT NULL PRIMARY KEY,
                customer_id int NOT NULL REFERENCES dbo.customer (id),
                amount decimal(18,2) NOT NULL CHECK (amount >= 0))
            GO
            CREATE SEQUENCE dbo.number_of_invoice AS int START WITH 1 INCREMENT BY 1
            GO
            CREATE PROCEDURE dbo.invoices_of @customer int AS SELECT id, amount FROM dbo.invoice WHERE customer_id = @customer
            GO
            """;

    private final String name;
    private final EmulatedServer engine;
    private final EmulatorServer server;

    private Source(String name, EmulatedServer engine) {
        this.name = name;
        this.engine = engine;
        this.server = EmulatorServer.builder(engine).name(name).start();
    }

    static Source start(String name, String... databases) {
        return start(ServerOptions.named(name, Canary.PASSWORD), name, databases);
    }

    static Source start(ServerOptions options, String name, String... databases) {
        var engine = EmulatedServer.create(options);
        engine.run(LOGIN.formatted(Canary.PASSWORD));
        var source = new Source(name, engine);
        for (var database : List.of(databases)) {
            source.create(database);
        }
        return source;
    }

    /** Adds a database that the login may enter and read, with {@link #TABLES}. */
    void create(String database) {
        engine.run(DATABASE.formatted(database));
        runIn(database, TABLES);
    }

    void run(String script) {
        engine.run(script);
    }

    void runIn(String database, String script) {
        engine.run("USE [%s]\nGO\n%s".formatted(database, script));
    }

    String name() {
        return name;
    }

    int port() {
        return server.port();
    }

    Faults.Armed fault(FaultRule rule) {
        return server.faults().add(rule);
    }

    void mend() {
        server.faults().clear();
    }

    /** This server's entry in servers.yml, with all that is not told here at its default. */
    Entry entry() {
        return new Entry(
                name, "127.0.0.1", port(), "${HARVEST_PASSWORD}", "{encrypt: \"true\", trustServerCertificate: true}");
    }

    /** An entry of servers.yml. */
    record Entry(String name, String host, int port, String password, String tls) {

        Entry as(String other) {
            return new Entry(other, host, port, password, tls);
        }

        Entry at(String otherHost, int otherPort) {
            return new Entry(name, otherHost, otherPort, password, tls);
        }

        Entry withPassword(String other) {
            return new Entry(name, host, port, other, tls);
        }

        Entry withTls(String other) {
            return new Entry(name, host, port, password, other);
        }

        String yaml() {
            return """
                    - name: %s
                      host: %s
                      port: %d
                      harvest: {type: sql, username: granary_harvest, password: "%s"}
                      tls: %s
                      limits: {connections: 2, loginTimeoutSeconds: 2, statementTimeoutSeconds: 60}
                    """.formatted(name, host, port, password, tls).indent(2);
        }
    }

    @Override
    public void close() {
        server.close();
        engine.close();
    }
}

package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.content.CanonicalJson;
import dev.granary.emulator.EmulatedServer;
import dev.granary.emulator.ServerOptions;
import dev.granary.emulator.faults.FaultAction;
import dev.granary.emulator.faults.FaultPoint;
import dev.granary.emulator.faults.FaultRule;
import dev.granary.emulator.session.EmulatorServer;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who may do what, what is sensitive and what depends on what: over the real driver, each with its traps and refusals. */
class SecuritySectionsTest {

    private static final String PASSWORD = "Secur1ty-sections";
    private static final String SCRIPT = """
            CREATE LOGIN harvest WITH PASSWORD = 'Secur1ty-sections'
            GO
            GRANT CONNECT ANY DATABASE TO harvest
            GO
            CREATE DATABASE shop
            GO
            USE shop
            GO
            CREATE SCHEMA sales
            GO
            CREATE TABLE sales.customer (id int NOT NULL PRIMARY KEY, email varchar(200) NULL)
            GO
            CREATE VIEW sales.emails WITH SCHEMABINDING AS SELECT c.email FROM sales.customer AS c
            GO
            CREATE PROCEDURE sales.report AS
            SELECT * FROM sales.customer
            SELECT * FROM archive.dbo.customer
            SELECT * FROM far.archive.dbo.customer
            SELECT * FROM shop.sales.emails
            SELECT * FROM sales.nothing
            EXEC bare
            GO
            CREATE ROLE clerks
            GO
            CREATE ROLE bosses AUTHORIZATION clerks
            GO
            CREATE USER anna WITHOUT LOGIN WITH DEFAULT_SCHEMA = sales
            GO
            ALTER ROLE clerks ADD MEMBER anna
            GO
            ALTER ROLE db_datareader ADD MEMBER clerks
            GO
            GRANT SELECT ON sales.customer TO clerks WITH GRANT OPTION
            GO
            DENY SELECT ON sales.customer (email) TO anna
            GO
            GRANT EXECUTE ON SCHEMA::sales TO clerks
            GO
            GRANT CONNECT TO guest
            GO
            ADD SENSITIVITY CLASSIFICATION TO sales.customer.email
                WITH (LABEL = 'Confidential', INFORMATION_TYPE = 'Contact Info', RANK = MEDIUM)
            GO
            """;

    private final RecordingSink sink = new RecordingSink();
    private final CanonicalJson json = new CanonicalJson();

    @Test
    void readsUsersAndRolesWithWhatTheyAreInAndWhatTheyWereGranted() throws Exception {
        read("sa", ServerOptions.named("SEC", PASSWORD), "");

        assertThat(content())
                .containsEntry(
                        "DATABASE_USER anna PRINCIPAL",
                        "{\"authentication\":\"none\",\"defaultSchema\":\"sales\",\"type\":\"sql_user\"}")
                .containsEntry("DATABASE_USER anna MEMBERSHIPS", "{\"roles\":[\"clerks\"]}")
                .containsEntry("DATABASE_ROLE bosses PRINCIPAL", "{\"owner\":\"clerks\"}")
                .containsEntry("DATABASE_ROLE clerks MEMBERSHIPS", "{\"roles\":[\"db_datareader\"]}")
                .containsEntry(
                        "DATABASE_ROLE clerks PERMISSIONS",
                        "{\"permissions\":[{\"name\":\"customer\",\"on\":\"object\",\"permission\":\"SELECT\",\"schema\":\"sales\","
                                + "\"state\":\"grant_with_grant_option\"},"
                                + "{\"name\":\"sales\",\"on\":\"schema\",\"permission\":\"EXECUTE\",\"state\":\"grant\"}]}");
        assertThat(content().get("DATABASE_USER anna PERMISSIONS"))
                .contains("{\"column\":\"email\",\"name\":\"customer\",\"on\":\"column\",\"permission\":\"SELECT\","
                        + "\"schema\":\"sales\",\"state\":\"deny\"}");
    }

    @Test
    void listsThePrincipalsOfEveryDatabaseOnlyWhereMoreIsGrantedToThem() throws Exception {
        read("sa", ServerOptions.named("SEC", PASSWORD), "");

        assertThat(sink.objects)
                .filteredOn(object -> object.kind().security())
                .extracting(SourceObject::name)
                .containsExactlyInAnyOrder("guest", "anna", "clerks", "bosses");
        assertThat(content())
                .containsEntry(
                        "DATABASE_USER guest PERMISSIONS",
                        "{\"permissions\":[{\"on\":\"database\",\"permission\":\"CONNECT\",\"state\":\"grant\"}]}");
    }

    @Test
    void deniesPrincipalsWhereTheLoginWouldSeeSomeOfThem() throws Exception {
        var reading = read("harvest", ServerOptions.named("SEC", PASSWORD), "");

        for (var section : new String[] {"principals", "role_members", "permissions"}) {
            assertThat(section(reading, section).status()).isEqualTo(SectionStatus.DENIED);
            assertThat(section(reading, section).code()).isEqualTo("partial-sight");
            assertThat(section(reading, section).reason()).contains("VIEW SECURITY DEFINITION");
        }
        assertThat(sink.objects).noneMatch(object -> object.kind().security());
    }

    @Test
    void takesViewDefinitionForTheRightBeforeTheVersionThatDividedIt() throws Exception {
        var old = ServerOptions.named("SEC", PASSWORD).withVersion("15.0.4316.3");

        var reading = read("harvest", old, "GRANT VIEW DEFINITION TO harvest\nGO\n");

        assertThat(section(reading, "principals").status()).isEqualTo(SectionStatus.COMPLETE);
    }

    @Test
    void leavesPermissionsUnknownWhereTheLoginSeesPrincipalsButNotWhatTheyWereGrantedOn() throws Exception {
        read(
                "harvest",
                ServerOptions.named("SEC", PASSWORD),
                "CREATE USER harvest FOR LOGIN harvest\nGO\nGRANT VIEW SECURITY DEFINITION TO harvest\nGO\n");

        var clerks = sink.objects.stream()
                .filter(object -> object.name().equals("clerks"))
                .findAny()
                .orElseThrow();
        assertThat(sink.unknown).contains(new RecordingSink.Unknown(clerks.owner(), Aspect.PERMISSIONS));
    }

    @Test
    void readsWhatWasDeclaredAboutTheSensitivityOfAColumn() throws Exception {
        read("sa", ServerOptions.named("SEC", PASSWORD), "");

        assertThat(content())
                .containsEntry(
                        "TABLE customer CLASSIFICATION",
                        "{\"columns\":[{\"column\":\"email\",\"informationType\":\"Contact Info\",\"label\":\"Confidential\","
                                + "\"rank\":\"medium\"}]}");
    }

    @Test
    void leavesClassificationsUnknownWhereTheLoginMayNotSeeThem() throws Exception {
        var reading = read(
                "harvest",
                ServerOptions.named("SEC", PASSWORD),
                "CREATE USER harvest FOR LOGIN harvest\nGO\nDENY VIEW ANY SENSITIVITY CLASSIFICATION TO harvest\nGO\n");

        assertThat(section(reading, "classifications").status()).isEqualTo(SectionStatus.DENIED);
    }

    @Test
    void saysWhatAVersionLacks() throws Exception {
        var reading = read(
                "sa",
                ServerOptions.named("SEC", PASSWORD).without("sys.sensitivity_classifications", "sys.assemblies"),
                "");

        assertThat(section(reading, "classifications").status()).isEqualTo(SectionStatus.UNSUPPORTED);
        assertThat(section(reading, "permissions").status()).isEqualTo(SectionStatus.COMPLETE);
        assertThat(section(reading, "permissions").without()).containsExactly("sys.assemblies");
    }

    @Test
    void readsWhatCodeDependsOnAndWhyANameIsNotResolved() throws Exception {
        read("sa", ServerOptions.named("SEC", PASSWORD), "");

        assertThat(content().get("PROCEDURE report DEPENDENCIES"))
                .contains("{\"name\":\"customer\",\"on\":\"object\",\"resolved\":true,\"schema\":\"sales\"}")
                .contains(
                        "{\"database\":\"archive\",\"name\":\"customer\",\"on\":\"object\",\"reason\":\"other_database\",\"schema\":\"dbo\"}")
                .contains(
                        "{\"database\":\"archive\",\"name\":\"customer\",\"on\":\"object\",\"reason\":\"other_server\",\"schema\":\"dbo\",\"server\":\"far\"}")
                .contains("{\"name\":\"nothing\",\"on\":\"object\",\"reason\":\"not_found\",\"schema\":\"sales\"}")
                .contains(
                        "{\"callerDependent\":true,\"name\":\"bare\",\"on\":\"object\",\"reason\":\"caller_dependent\"}")
                .doesNotContain("\"database\":\"shop\"");
        assertThat(content().get("VIEW emails DEPENDENCIES")).contains("\"schemaBound\":true");
    }

    @Test
    void goesOnWithoutDependenciesWhereSelectOnTheirViewIsDenied() throws Exception {
        var reading = read("sa", ServerOptions.named("SEC", PASSWORD), "", 229);

        assertThat(section(reading, "dependencies").status()).isEqualTo(SectionStatus.DENIED);
        assertThat(section(reading, "dependencies").aspects()).containsExactly(Aspect.DEPENDENCIES);
        assertThat(sink.objects).anyMatch(object -> object.kind() == ObjectKind.PROCEDURE);
    }

    private DatabaseReading read(String login, ServerOptions options, String more) throws Exception {
        return read(login, options, more, 0);
    }

    private DatabaseReading read(String login, ServerOptions options, String more, int dependenciesRefused)
            throws Exception {
        try (var engine = EmulatedServer.create(options)) {
            engine.run(SCRIPT + (more.startsWith("GRANT") ? "CREATE USER harvest FOR LOGIN harvest\nGO\n" : "") + more);
            try (var server = EmulatorServer.builder(engine).start();
                    var connection = DriverManager.getConnection(
                            "jdbc:sqlserver://127.0.0.1:%d;encrypt=false;databaseName=shop".formatted(server.port()),
                            login,
                            PASSWORD)) {
                if (dependenciesRefused != 0) {
                    server.faults()
                            .add(FaultRule.at(
                                            FaultPoint.STATEMENT,
                                            new FaultAction.Fail(dependenciesRefused, 14, 5, "No."))
                                    .onText("FROM sys\\.sql_expression_dependencies AS"));
                }
                return new CatalogReader(Clock.systemUTC()).read(connection, Scope.ALL, sink);
            }
        }
    }

    private static SectionReading section(DatabaseReading reading, String name) {
        return reading.sections().stream()
                .filter(s -> s.section().equals(name))
                .findAny()
                .orElseThrow();
    }

    private Map<String, String> content() {
        var names = new HashMap<Owner, String>();
        sink.objects.forEach(object -> names.put(object.owner(), object.kind() + " " + object.name()));
        var content = new TreeMap<String, String>();
        for (var part : sink.parts) {
            content.put(
                    names.get(part.owner()) + " " + part.content().aspect(),
                    json.write(part.content()).text());
        }
        return content;
    }
}

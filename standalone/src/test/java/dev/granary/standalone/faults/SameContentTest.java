package dev.granary.standalone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is the same has the same hashes, whenever and wherever it is read. */
class SameContentTest {

    private static final List<String> UNRELATED = List.of("alpha", "beta", "gamma");

    @TempDir
    private static Path folder;

    private static Canary canary;
    private static Granary granary;
    private static Source east;
    private static Source west;

    @BeforeAll
    static void createOneTemplateTwice() throws IOException, SQLException {
        canary = Canary.listening();
        granary = Granary.start(folder, canary);
        east = Source.start("east", "tenant");
        west = Source.start("west", "unrelated");
        west.create("tenant");
        for (var table : List.of("invoice", "customer")) {
            west.runIn("tenant", "DROP TABLE dbo." + table);
        }
        west.runIn("tenant", "DROP PROCEDURE dbo.invoices_of\nGO\nDROP SEQUENCE dbo.number_of_invoice");
        for (var table : UNRELATED) {
            west.runIn(
                    "tenant",
                    "CREATE TABLE dbo.%s (id int NOT NULL PRIMARY KEY, n int CHECK (n > 0))".formatted(table));
        }
        west.runIn("tenant", Source.TABLES);
        for (var table : UNRELATED) {
            west.runIn("tenant", "DROP TABLE dbo." + table);
        }
        granary.register(east.entry(), west.entry());
        var ended = granary.harvest();
        assertThat(ended.code()).as(ended.toString()).isZero();
    }

    @AfterAll
    static void stop() throws IOException {
        east.close();
        west.close();
        granary.close();
        canary.close();
    }

    @Test
    void aTemplateHasOneTreeHashOnServersWhereItsIdsAndSystemMadeNamesDiffer() {
        var store = granary.store();
        var eastern = new HashSet<>(sourceIds(store, "east"));
        assertThat(sourceIds(store, "west")).isNotEmpty().doesNotContainAnyElementsOf(eastern);
        assertThat(systemNames(store, "west"))
                .hasSize(2)
                .allSatisfy(names -> assertThat(names).contains("PK__"))
                .doesNotContainAnyElementsOf(systemNames(store, "east"));

        assertThat(treeHash("west")).isEqualTo(treeHash("east"));
    }

    @Test
    void harvestingAgainChangesNoHashAndOpensNoPlacement() {
        var hash = treeHash("east");
        var placements = placements();
        int sequence = granary.rest()
                .database("east", "tenant")
                .at("/snapshot/sequence")
                .asInt();

        var ended = granary.harvest();

        assertThat(ended.code()).as(ended.toString()).isZero();
        assertThat(ended.json().at("/databases/unchanged").asInt()).isEqualTo(3);
        granary.rest()
                .database("east", "tenant", row -> row.at("/snapshot/sequence").asInt() == sequence + 1);
        assertThat(treeHash("east")).isEqualTo(hash);
        assertThat(placements()).isEqualTo(placements);
    }

    private static String treeHash(String server) {
        return granary.rest()
                .database(server, "tenant")
                .at("/snapshot/treeHash")
                .asString();
    }

    private static List<Integer> sourceIds(JdbcClient store, String server) {
        return store.sql("""
                        SELECT o.source_id
                          FROM granary.object AS o
                          JOIN granary.placement_current AS p ON p.object_id = o.id AND p.schema_name_id IS NOT NULL
                          JOIN granary.database AS d ON d.id = o.database_id AND d.name = 'tenant'
                          JOIN granary.server AS s ON s.id = d.server_id AND s.name = :server
                        """).param("server", server).query(Integer.class).list();
    }

    private static List<String> systemNames(JdbcClient store, String server) {
        return store.sql("""
                        SELECT p.system_names
                          FROM granary.placement_current AS p
                          JOIN granary.database AS d ON d.id = p.database_id AND d.name = 'tenant'
                          JOIN granary.server AS s ON s.id = d.server_id AND s.name = :server
                         WHERE p.system_names IS NOT NULL
                        """).param("server", server).query(String.class).list();
    }

    /** Every placement there is, with all it says. */
    private static List<String> placements() {
        return granary.store().sql("""
                        SELECT p::text FROM granary.placement_current AS p
                        UNION ALL
                        SELECT 'closed ' || p::text FROM granary.placement_closed AS p
                         ORDER BY 1
                        """).query(String.class).list();
    }
}

package dev.granary.harvester.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.granary.harvester.sweep.ServerFinding.Missing;
import dev.granary.sqlserver.EngineCapabilities;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceTest {

    private static final EngineCapabilities AZURE = new EngineCapabilities("12.0.2000.8", 5);
    private static final EngineCapabilities SQL_2022 = new EngineCapabilities("16.0.4135.4", 3);

    @ParameterizedTest
    @ValueSource(strings = {"13.0.5026.0", "15.0.4312.2"})
    void namesTheRightsOfVersionsBefore2022(String version) {
        var missing = advice(new EngineCapabilities(version, 3))
                .of("Orders [old]", new RightsRow(0, null, 0, 1, "harvest", "harvest"));

        assertThat(grants(missing))
                .containsExactly(
                        "USE [Orders [old]]]; GRANT VIEW DEFINITION TO [harvest];",
                        "USE [Orders [old]]]; GRANT SELECT ON sys.sql_expression_dependencies TO [harvest];");
    }

    @Test
    void namesTheNarrowerRightsSince2022() {
        var missing = advice(SQL_2022).of("erp", new RightsRow(1, 0, 1, 1, "harvest", "harvest"));

        assertThat(grants(missing)).containsExactly("USE [erp]; GRANT VIEW SECURITY DEFINITION TO [harvest];");
        assertThat(missing.getFirst().sections()).contains("schemas").doesNotContain("columns");
    }

    @Test
    void grantsInTheDatabaseItselfOnAzureSqlDatabase() {
        var missing = advice(AZURE).of("erp", new RightsRow(0, 0, 0, 1, "harvest", "harvest"));

        assertThat(grants(missing))
                .containsExactly(
                        "GRANT VIEW DEFINITION TO [harvest]; -- in [erp]",
                        "GRANT SELECT ON sys.sql_expression_dependencies TO [harvest]; -- in [erp]");
        assertThat(advice(AZURE).toList(Listing.Extent.PART).orElseThrow().grants())
                .containsExactly(
                        "ALTER SERVER ROLE [##MS_DatabaseConnector##] ADD MEMBER [DOM\\har]]vest]; -- in master");
    }

    @Test
    void asksForNothingToBeGrantedThatAnEngineDoesNotKnow() {
        assertThat(advice(SQL_2022).toList(Listing.Extent.ALL)).isEmpty();
        assertThat(advice(SQL_2022).toList(Listing.Extent.PART).orElseThrow().grants())
                .containsExactly("GRANT VIEW ANY DATABASE TO [DOM\\har]]vest]; -- in master");
        assertThat(advice(SQL_2022).toList(Listing.Extent.UNTOLD).orElseThrow()).satisfies(missing -> {
            assertThat(missing.code()).isEqualTo("rights-unknown");
            assertThat(missing.grants()).isEmpty();
        });
    }

    @Test
    void asksForTheSightOfClassificationsOnlyWhereTheEngineKnowsIt() {
        var lacking = advice(SQL_2022).of("erp", new RightsRow(1, 1, 1, 0, "harvest", "harvest"));
        var unknown = advice(SQL_2022).of("erp", new RightsRow(1, 1, 1, null, "harvest", "harvest"));

        assertThat(grants(lacking))
                .containsExactly("USE [erp]; GRANT VIEW ANY SENSITIVITY CLASSIFICATION TO [harvest];");
        assertThat(lacking.getFirst().sections()).containsExactly("classifications");
        assertThat(unknown).isEmpty();
    }

    @Test
    void namesTheSectionsThatARightIsFor() {
        var missing = advice(SQL_2022).of("erp", new RightsRow(0, 0, 0, 1, "harvest", "harvest"));

        assertThat(missing)
                .extracting(Missing::code, Missing::sections)
                .contains(tuple("select-dependencies", List.of("dependencies")));
        assertThat(missing.getFirst().sections())
                .contains("columns", "dependencies", "principals", "measures")
                .doesNotContain("visibility", "database", "scoped_configurations", "properties");
    }

    @Test
    void makesAUserFirstWhereTheLoginIsOnlyAGuest() {
        var missing = advice(SQL_2022).of("erp", new RightsRow(0, 0, 1, 1, "guest", "DOM\\har]vest"));

        assertThat(grants(missing))
                .containsExactly(
                        "USE [erp]; CREATE USER [DOM\\har]]vest] FOR LOGIN [DOM\\har]]vest];",
                        "USE [erp]; GRANT VIEW DEFINITION TO [DOM\\har]]vest];");
        assertThat(missing.getFirst().sections()).contains("columns", "modules").doesNotContain("database");
    }

    @Test
    void asksForNothingWhereAllIsThereAndSaysWhereNobodyKnows() {
        assertThat(advice(SQL_2022).of("erp", new RightsRow(1, 1, 1, 1, "dbo", "sa")))
                .isEmpty();
        assertThat(advice(SQL_2022).of("erp", new RightsRow(null, null, null, null, null, null)))
                .extracting(Missing::code)
                .containsExactly("rights-unknown");
    }

    @Test
    void advisesNoGrantThatAnotherEngineLacks() {
        var missing = advice(new EngineCapabilities("12.0.2000.8", 3, "4.1.0"))
                .of("erp", new RightsRow(0, 0, 0, 0, "har]vest", "har]vest"));

        assertThat(missing).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("rights-unknown");
            assertThat(one.grants()).isEmpty();
        });
    }

    private static Advice advice(EngineCapabilities engine) {
        return new Advice(engine, "DOM\\har]vest");
    }

    private static List<String> grants(List<Missing> missing) {
        return missing.stream().flatMap(one -> one.grants().stream()).toList();
    }
}

package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.ColumnRow;
import dev.granary.model.Aspect;
import dev.granary.model.Column;
import dev.granary.model.ColumnEncryption;
import dev.granary.model.Columns;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnAssemblyTest {

    private static final Owner TABLE = new Owner(Space.OBJECT, 7);

    private final RecordingSink sink = new RecordingSink();
    private final ColumnAssembly assembly = new ColumnAssembly(sink, "Latin1_General_CI_AS");

    @Test
    void keepsSystemMadeDefaultNamesAsideByTheColumnsPlace() {
        assembly.columns(
                TABLE,
                List.of(
                        column("id", null, false, null, null),
                        column("a", "DF__t__a__1", true, "((1))", null),
                        column("b", "df_b", false, "((2))", null)));

        var columns = sink.only(Columns.class).columns();
        assertThat(columns.get(1).defaultExpression()).isEqualTo("((1))");
        assertThat(columns.get(1).defaultName()).isNull();
        assertThat(columns.get(2).defaultName()).isEqualTo("df_b");
        assertThat(sink.parts.getFirst().systemNames()).containsOnlyKeys("defaults/2");
    }

    @Test
    void statesACollationOnlyWhereItIsNotTheDatabases() {
        assembly.columns(
                TABLE,
                List.of(
                        column("a", null, false, null, "Latin1_General_CI_AS"),
                        column("b", null, false, null, "Latin1_General_BIN2")));

        assertThat(sink.only(Columns.class).columns())
                .extracting(column -> column.collation())
                .containsExactly(null, "Latin1_General_BIN2");
    }

    @Test
    void leavesColumnsUnknownWhoseDefaultTheLoginMayNotRead() {
        assembly.columns(TABLE, List.of(column("a", "df", false, null, null)));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(TABLE, Aspect.COLUMNS));
        assertThat(sink.parts).isEmpty();
    }

    @Test
    void takesAColumnOnceThatAViewRepeats() {
        var id = column("id", null, false, null, null);

        assembly.columns(TABLE, List.of(id, id, column("a", null, false, null, null)));

        assertThat(sink.only(Columns.class).columns()).extracting(Column::name).containsExactly("id", "a");
    }

    @Test
    void leavesColumnsUnknownOfWhichAViewTellsTwoTales() {
        assembly.columns(
                TABLE, List.of(column("a", "df", false, "((1))", null), column("a", "df", false, "((2))", null)));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(TABLE, Aspect.COLUMNS));
        assertThat(sink.parts).isEmpty();
    }

    @Test
    void cutsTheSystemsOwnDigitsFromTheNamesOfGraphColumnsOnly() {
        var digits = "_0123456789ABCDEF0123456789ABCDEF";

        assertThat(GraphNames.withoutSuffix("$node_id" + digits)).isEqualTo("$node_id");
        assertThat(GraphNames.withoutSuffix("graph_id" + digits)).isEqualTo("graph_id");
        assertThat(GraphNames.withoutSuffix("md5" + digits)).isEqualTo("md5" + digits);
        assertThat(GraphNames.withoutSuffix("graph_id_x")).isEqualTo("graph_id_x");
    }

    private static ColumnRow column(
            String name, String defaultName, boolean systemNamed, String expression, String collation) {
        return SampleRow.of(
                ColumnRow.class,
                "objectId",
                7,
                "columnName",
                name,
                "typeName",
                "int",
                "collation",
                collation,
                "generatedAlways",
                "NOT_APPLICABLE",
                "defaultName",
                defaultName,
                "defaultSystemNamed",
                systemNamed,
                "defaultExpression",
                expression);
    }

    @Test
    void namesTheKeyOfAnEncryptedColumnAndTheSchemasOfTypedXml() {
        assembly.columns(
                TABLE,
                List.of(
                        SampleRow.of(
                                ColumnRow.class,
                                "columnName",
                                "secret",
                                "typeName",
                                "int",
                                "encryptionType",
                                "DETERMINISTIC",
                                "encryptionAlgorithm",
                                "AEAD_AES_256_CBC_HMAC_SHA_256",
                                "encryptionKey",
                                "CEK1"),
                        SampleRow.of(
                                ColumnRow.class,
                                "columnName",
                                "doc",
                                "typeName",
                                "xml",
                                "xmlCollectionId",
                                65537,
                                "xmlSchema",
                                "dbo",
                                "xmlCollection",
                                "forms",
                                "xmlDocument",
                                true)));

        var columns = sink.only(Columns.class).columns();
        assertThat(columns.get(0).encryption())
                .isEqualTo(new ColumnEncryption("deterministic", "AEAD_AES_256_CBC_HMAC_SHA_256", "CEK1"));
        assertThat(columns.get(1).xmlSchema()).isEqualTo("dbo.forms");
        assertThat(columns.get(1).xmlDocument()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"encryptionType, RANDOMIZED", "xmlCollectionId, 65537"})
    void leavesColumnsUnknownWhoseKeyOrSchemasAreHidden(String component, String value) {
        Object given = component.equals("xmlCollectionId") ? Integer.valueOf(value) : value;
        assembly.columns(
                TABLE, List.of(SampleRow.of(ColumnRow.class, "columnName", "c", "typeName", "xml", component, given)));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(TABLE, Aspect.COLUMNS));
    }

    @Test
    void leavesOutWhatTheLedgerKeepsOfADroppedColumn() {
        assembly.columns(
                TABLE,
                List.of(
                        column("a", null, false, null, null),
                        SampleRow.of(
                                ColumnRow.class,
                                "columnName",
                                "MSSQL_DroppedLedgerColumn_b_1",
                                "typeName",
                                "int",
                                "droppedLedgerColumn",
                                true)));

        assertThat(sink.only(Columns.class).columns()).extracting(Column::name).containsExactly("a");
    }

    @Test
    void writesAVectorWithItsDimensions() {
        assembly.columns(
                TABLE,
                List.of(SampleRow.of(
                        ColumnRow.class, "columnName", "v", "typeName", "vector", "vectorDimensions", 1536)));

        assertThat(sink.only(Columns.class).columns()).extracting(Column::type).containsExactly("vector(1536)");
    }
}

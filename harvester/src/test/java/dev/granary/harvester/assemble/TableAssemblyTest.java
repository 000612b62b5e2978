package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.catalog.TableRow;
import dev.granary.model.Aspect;
import dev.granary.model.QualifiedName;
import dev.granary.model.TableOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableAssemblyTest {

    private final RecordingSink sink = new RecordingSink();
    private final TableAssembly assembly = new TableAssembly(sink);

    @Test
    void saysNothingOfAnOrdinaryTable() {
        table();

        assertThat(sink.parts).isEmpty();
        assertThat(sink.unknown).isEmpty();
    }

    @Test
    void saysOfAMemoryOptimisedTableWhetherItsRowsOutliveTheServer() {
        table("memoryOptimized", true, "durability", "SCHEMA_ONLY");

        assertThat(sink.only(TableOptions.class)).isEqualTo(new TableOptions(true, "schema_only", null));
    }

    @Test
    void namesTheHistoryOfATemporalTableAndHowLongItIsKept() {
        table(
                "temporalType",
                2,
                "historyTableId",
                9,
                "historySchema",
                "past",
                "historyTable",
                "price",
                "retentionPeriod",
                6,
                "retentionUnit",
                "MONTH",
                "periodStart",
                "since",
                "periodEnd",
                "until");

        var options = sink.only(TableOptions.class);
        assertThat(options.temporal()).isEqualTo("system_versioned");
        assertThat(options.history()).isEqualTo(new QualifiedName("past", "price"));
        assertThat(options.retention()).isEqualTo("6 month");
        assertThat(options.period()).isEqualTo(new TableOptions.Period("since", "until"));
    }

    @Test
    void keepsTheNameThatTheSystemGaveAHistoryTableOutOfTheContent() {
        table(
                "temporalType",
                2,
                "historyTableId",
                9,
                "historySchema",
                "dbo",
                "historyTable",
                "MSSQL_TemporalHistoryFor_1205579333",
                "retentionPeriod",
                -1);

        assertThat(sink.only(TableOptions.class)).isEqualTo(new TableOptions(false, null, "system_versioned"));
        assertThat(sink.parts.getFirst().systemNames())
                .isEqualTo(Map.of("table/history", "MSSQL_TemporalHistoryFor_1205579333"));
    }

    @Test
    void isUnknownWhereTheHistoryIsHidden() {
        table("temporalType", 2, "historyTableId", 9);

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(Assemblies.object(7), Aspect.TABLE));
    }

    @Test
    void saysWhereTheRowsOfAnExternalTableAre() {
        table(
                "externalTable",
                true,
                "externalSource",
                "lake",
                "externalLocation",
                "/sales/",
                "externalFormat",
                "parquet");

        assertThat(sink.only(TableOptions.class).external())
                .isEqualTo(new TableOptions.ExternalSource("lake", "/sales/", "parquet"));
    }

    @Test
    void tellsLedgersGraphsAndTrackedTables() {
        table(
                "node",
                true,
                "ledgerType",
                3,
                "ledgerViewSchema",
                "dbo",
                "ledgerView",
                "t_Ledger",
                "changeTrackingId",
                7,
                "tracksColumns",
                true,
                "changeDataCapture",
                true,
                "lockEscalation",
                "AUTO");

        var options = sink.only(TableOptions.class);
        assertThat(options.graph()).isEqualTo("node");
        assertThat(options.ledger()).isEqualTo("append_only");
        assertThat(options.ledgerView()).isEqualTo(new QualifiedName("dbo", "t_Ledger"));
        assertThat(options.changeTracking()).isEqualTo("columns");
        assertThat(options.changeDataCapture()).isTrue();
        assertThat(options.lockEscalation()).isEqualTo("auto");
    }

    private void table(Object... pairs) {
        var all = new ArrayList<Object>(List.of("objectId", 7));
        all.addAll(Arrays.asList(pairs));
        if (!all.contains("lockEscalation")) {
            all.addAll(List.of("lockEscalation", "TABLE"));
        }
        assembly.table(SampleRow.of(TableRow.class, all.toArray()));
    }
}

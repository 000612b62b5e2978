package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.TableRow;
import dev.granary.model.Aspect;
import dev.granary.model.QualifiedName;
import dev.granary.model.TableOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What sets a table apart from an ordinary one. It is unknown where the login may not see what the table names. */
final class TableAssembly {

    private static final String HISTORY = "table/history";

    /** The system calls a history table that nobody named after the id of its table, which differs in every database. */
    private static final Pattern SYSTEM_MADE_HISTORY = Pattern.compile("MSSQL_(Temporal|Ledger)HistoryFor_[0-9]+.*");

    private final ContentSink sink;

    TableAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void table(TableRow row) {
        var owner = Assemblies.object(row.objectId());
        if (row.historyTableId() != null && (row.historySchema() == null || row.historyTable() == null)) {
            sink.unknown(owner, Aspect.TABLE);
            return;
        }
        var systemNamed = row.historyTable() != null
                && SYSTEM_MADE_HISTORY.matcher(row.historyTable()).matches();
        var options = new TableOptions(
                row.memoryOptimized(),
                row.memoryOptimized() && "SCHEMA_ONLY".equals(row.durability()) ? "schema_only" : null,
                temporal(row),
                systemNamed ? null : name(row.historySchema(), row.historyTable()),
                retention(row),
                row.periodStart() == null || row.periodEnd() == null
                        ? null
                        : new TableOptions.Period(row.periodStart(), row.periodEnd()),
                row.externalTable()
                        ? new TableOptions.ExternalSource(
                                row.externalSource(), row.externalLocation(), row.externalFormat())
                        : null,
                graph(row),
                ledger(row),
                name(row.ledgerViewSchema(), row.ledgerView()),
                "TABLE".equals(row.lockEscalation()) ? null : ObjectAssembly.lower(row.lockEscalation()),
                changeTracking(row),
                row.changeDataCapture(),
                row.replicated(),
                row.fileTable());
        if (!options.equals(TableOptions.NONE)) {
            sink.part(owner, options, systemNamed ? Map.of(HISTORY, row.historyTable()) : Map.of());
        }
    }

    private static @Nullable String temporal(TableRow row) {
        return switch (row.temporalType()) {
            case 1 -> "history";
            case 2 -> "system_versioned";
            default -> null;
        };
    }

    /** For ever is -1. */
    private static @Nullable String retention(TableRow row) {
        return row.retentionPeriod() > 0
                ? row.retentionPeriod() + " " + ObjectAssembly.lower(row.retentionUnit())
                : null;
    }

    private static @Nullable String graph(TableRow row) {
        if (row.node()) {
            return "node";
        }
        return row.edge() ? "edge" : null;
    }

    private static @Nullable String ledger(TableRow row) {
        return switch (row.ledgerType()) {
            case 1 -> "history";
            case 2 -> "updatable";
            case 3 -> "append_only";
            default -> null;
        };
    }

    private static @Nullable String changeTracking(TableRow row) {
        if (row.changeTrackingId() == null) {
            return null;
        }
        return row.tracksColumns() ? "columns" : "rows";
    }

    private static @Nullable QualifiedName name(@Nullable String schema, @Nullable String name) {
        return schema == null || name == null ? null : new QualifiedName(schema, name);
    }
}

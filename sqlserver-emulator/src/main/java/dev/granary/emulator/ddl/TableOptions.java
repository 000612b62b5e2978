package dev.granary.emulator.ddl;

import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.TableNature;
import dev.granary.emulator.tsql.Cursor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** WITH (..) of a table: its history, its ledger, whether it lives in memory or outside, and how it is compressed. */
final class TableOptions {

    private final Target target;
    private final Cursor cursor;
    private final Table table;
    private Temporal.@Nullable Versioning versioning;
    private Ledger.@Nullable Said ledger;

    TableOptions(Target target, Cursor cursor, Table table) {
        this.target = target;
        this.cursor = cursor;
        this.table = table;
    }

    void read() {
        int start = cursor.position();
        cursor.expect("(");
        do {
            option(cursor.name().toUpperCase(Locale.ROOT));
        } while (cursor.take(","));
        cursor.expect(")");
        int end = cursor.position();
        cursor.back(start);
        compression();
        cursor.back(end);
        if (ledger != null) {
            new Ledger(target, table).start(ledger, versioning != null);
        }
        if (versioning != null) {
            new Temporal(target, cursor).turn(table, versioning);
        }
    }

    private void option(String name) {
        cursor.expect("=");
        switch (name) {
            case "SYSTEM_VERSIONING" -> versioning = new Temporal(target, cursor).read();
            case "LEDGER" -> ledger = Ledger.read(cursor);
            case "MEMORY_OPTIMIZED" ->
                table.store(table.storage()
                        .withMemory(cursor.next().is("ON"), table.storage().schemaOnly()));
            case "DURABILITY" ->
                table.store(table.storage()
                        .withMemory(
                                table.storage().memoryOptimized(), cursor.next().is("SCHEMA_ONLY")));
            case "LOCATION", "DATA_SOURCE", "FILE_FORMAT", "SCHEMA_NAME", "OBJECT_NAME" -> external(name);
            default -> {
                cursor.next();
                if (cursor.take("ON", "PARTITIONS") || cursor.peek().is("(")) {
                    cursor.parenthesised();
                }
            }
        }
    }

    private void external(String name) {
        var value = cursor.next().text();
        var e = table.nature().external();
        if (e == null) {
            return;
        }
        var extras = target.catalog().extras();
        var source = name.equals("DATA_SOURCE") ? extras.externalSources().byName(value) : null;
        var format = name.equals("FILE_FORMAT") ? extras.externalFormats().byName(value) : null;
        table.nature(table.nature()
                .withExternal(new TableNature.External(
                        source == null ? e.dataSourceId() : source.id(),
                        format == null ? e.fileFormatId() : format.id(),
                        name.equals("LOCATION") ? value : e.location(),
                        name.equals("SCHEMA_NAME") ? value : e.remoteSchema(),
                        name.equals("OBJECT_NAME") ? value : e.remoteName())));
    }

    /** What is said of compression holds for the table's own rows. */
    private void compression() {
        var said = new IndexOptions(cursor, Index.Options.NONE).read().compression();
        if (said.isEmpty()) {
            return;
        }
        table.ensureHeap();
        for (var index : List.copyOf(table.indexes())) {
            if (index.id() < 2) {
                table.replaceIndex(index.id(), i -> i.withOptions(i.options().compressed(said)));
            }
        }
    }
}

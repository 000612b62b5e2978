package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.ColumnRow;
import dev.granary.model.Aspect;
import dev.granary.model.Column;
import dev.granary.model.ColumnEncryption;
import dev.granary.model.Columns;
import dev.granary.model.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of one object. They are unknown as a whole where the login may not read one of their expressions or types. */
final class ColumnAssembly {

    private final ContentSink sink;
    private final @Nullable String defaultCollation;

    ColumnAssembly(ContentSink sink, @Nullable String defaultCollation) {
        this.sink = sink;
        this.defaultCollation = defaultCollation;
    }

    void columns(Owner owner, List<ColumnRow> rows) {
        var columns = new ArrayList<Column>(rows.size());
        var systemNames = new HashMap<String, String>();
        @Nullable ColumnRow before = null;
        for (var row : rows) {
            if (before != null && before.columnName().equals(row.columnName())) {
                // Views of an engine that only resembles SQL Server may join by a column's name and forget its table.
                if (before.equals(row)) {
                    continue;
                }
                sink.unknown(owner, Aspect.COLUMNS);
                return;
            }
            before = row;
            if (row.droppedLedgerColumn()) {
                // The ledger keeps what was dropped, under a name of the system's.
                continue;
            }
            var column = column(row);
            if (column == null) {
                sink.unknown(owner, Aspect.COLUMNS);
                return;
            }
            columns.add(column);
            if (row.defaultName() != null && row.defaultSystemNamed()) {
                systemNames.put("defaults/" + columns.size(), row.defaultName());
            }
        }
        sink.part(owner, new Columns(columns), systemNames);
    }

    private @Nullable Column column(ColumnRow row) {
        if (row.typeName() == null
                || (row.defaultName() != null && row.defaultExpression() == null)
                || (row.computed() && row.computedExpression() == null)
                || "".equals(row.identitySeed())
                || "".equals(row.identityIncrement())
                || (row.encryptionType() != null && row.encryptionKey() == null)
                || (row.xmlCollectionId() > 0 && row.xmlCollection() == null)) {
            return null;
        }
        return new Column(
                GraphNames.withoutSuffix(row.columnName()),
                type(row, row.typeName()),
                row.nullable(),
                row.defaultExpression(),
                row.defaultSystemNamed() ? null : row.defaultName(),
                row.computedExpression(),
                row.persisted(),
                identity(row),
                row.collation() == null || row.collation().equals(defaultCollation) ? null : row.collation(),
                row.mask(),
                row.sparse(),
                row.columnSet(),
                row.rowGuid(),
                generatedAlways(row.generatedAlways()),
                row.hidden(),
                row.encryptionType() == null || row.encryptionKey() == null
                        ? null
                        : new ColumnEncryption(
                                row.encryptionType().toLowerCase(Locale.ROOT),
                                row.encryptionAlgorithm(),
                                row.encryptionKey()),
                RegularIdentifier.qualified(row.xmlSchema(), row.xmlCollection()),
                row.xmlDocument(),
                ObjectAssembly.lower(row.graphType()),
                row.fileStream());
    }

    private static String type(ColumnRow row, String name) {
        return row.vectorDimensions() > 0
                ? name + "(" + row.vectorDimensions() + ")"
                : TypeName.of(row.typeSchema(), name, row.maxLength(), row.typePrecision(), row.typeScale());
    }

    private static @Nullable Identity identity(ColumnRow row) {
        return row.identitySeed() == null || row.identityIncrement() == null
                ? null
                : new Identity(row.identitySeed(), row.identityIncrement(), row.identityNotForReplication());
    }

    /** {@code AS_ROW_START} is {@code row_start}. */
    private static @Nullable String generatedAlways(@Nullable String description) {
        if (description == null || description.equals("NOT_APPLICABLE")) {
            return null;
        }
        var words = ObjectAssembly.lower(description);
        return words != null && words.startsWith("as_") ? words.substring("as_".length()) : words;
    }
}

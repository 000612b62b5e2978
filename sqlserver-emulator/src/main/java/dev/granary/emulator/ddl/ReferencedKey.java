package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.Table;
import java.util.HashSet;
import java.util.List;

/** The unique index that a foreign key points at, and its columns in the order the foreign key names them. */
record ReferencedKey(int indexId, List<Integer> columns) {

    static ReferencedKey find(Target target, Table referenced, List<String> names) {
        if (names.isEmpty()) {
            return referenced.indexes().stream()
                    .filter(i -> i.role() == Index.Role.PRIMARY_KEY)
                    .map(i -> new ReferencedKey(i.id(), keyColumns(i)))
                    .findFirst()
                    .orElseThrow(() -> none(referenced));
        }
        var ids = names.stream()
                .map(n -> Columns.require(target, referenced, n).id())
                .toList();
        return referenced.indexes().stream()
                .filter(i -> i.unique() && new HashSet<>(keyColumns(i)).equals(new HashSet<>(ids)))
                .map(i -> new ReferencedKey(i.id(), ids))
                .findFirst()
                .orElseThrow(() -> none(referenced));
    }

    private static List<Integer> keyColumns(Index index) {
        return index.parts().stream()
                .filter(p -> !p.included())
                .map(Index.Part::columnId)
                .toList();
    }

    private static SqlServerError none(Table table) {
        return new SqlServerError(
                1776,
                "There are no primary or candidate keys in the referenced table '%s' that match the foreign key."
                        .formatted(table.name()));
    }
}

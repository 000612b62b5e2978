package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Extras;
import dev.granary.emulator.model.Relation;
import dev.granary.emulator.tsql.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said of columns from outside their table: classifications, statistics and full-text indexes. */
final class AboutColumns {

    private static final Map<String, Integer> RANKS =
            Map.of("NONE", 0, "LOW", 10, "MEDIUM", 20, "HIGH", 30, "CRITICAL", 40);

    private final Target target;
    private final Cursor cursor;
    private final Extras extras;

    AboutColumns(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
        this.extras = target.catalog().extras();
    }

    private List<Extras.ColumnKey> columns() {
        var keys = new ArrayList<Extras.ColumnKey>();
        do {
            var names = cursor.names();
            var relation = target.relation(names.subList(0, names.size() - 1));
            keys.add(new Extras.ColumnKey(
                    relation.id(),
                    Columns.require(target, relation, names.getLast()).id()));
        } while (cursor.take(","));
        return keys;
    }

    /** ADD SENSITIVITY CLASSIFICATION TO .. WITH (..), the first word read. */
    void classify() {
        cursor.expect("SENSITIVITY", "CLASSIFICATION", "TO");
        var columns = columns();
        cursor.expect("WITH");
        var said = Settings.read(cursor);
        var rank = said.get("RANK");
        for (var column : columns) {
            extras.classifications()
                    .put(
                            column,
                            new Extras.Classification(
                                    column,
                                    said.get("LABEL"),
                                    said.get("LABEL_ID"),
                                    said.get("INFORMATION_TYPE"),
                                    said.get("INFORMATION_TYPE_ID"),
                                    rank == null ? null : RANKS.get(rank.toUpperCase(Locale.ROOT))));
        }
    }

    /** DROP SENSITIVITY CLASSIFICATION FROM, the first two words read. */
    void declassify() {
        cursor.expect("CLASSIFICATION", "FROM");
        columns().forEach(extras.classifications()::remove);
    }

    /** CREATE STATISTICS. */
    void createStatistics() {
        var name = cursor.name();
        cursor.expect("ON");
        var relation = target.relation(cursor.names());
        var columns = cursor.nameList().stream()
                .map(c -> Columns.require(target, relation, c).id())
                .toList();
        String filter = null;
        if (cursor.take("WHERE")) {
            int start = cursor.position();
            while (!cursor.atEnd() && !cursor.peek().isAny("WITH", ";")) {
                cursor.next();
            }
            filter = Expressions.normal(cursor.tokensFrom(start));
        }
        boolean noRecompute = false;
        if (cursor.take("WITH")) {
            do {
                noRecompute |= option().equals("NORECOMPUTE");
            } while (cursor.take(","));
        }
        var all = new ArrayList<>(extras.statistics().getOrDefault(relation.id(), List.of()));
        int last = relation.indexes().stream().mapToInt(i -> i.id()).max().orElse(0);
        for (var s : all) {
            last = Math.max(last, s.id());
        }
        all.add(new Extras.Statistics(last + 1, name, columns, filter, noRecompute));
        extras.statistics().put(relation.id(), List.copyOf(all));
    }

    private String option() {
        var name = cursor.next().upper();
        if (cursor.take("=")) {
            cursor.next();
        } else if (cursor.peek().kind() == dev.granary.emulator.tsql.Token.Kind.NUMBER) {
            cursor.next();
            cursor.next();
        }
        return name;
    }

    /** DROP STATISTICS table.name. */
    void dropStatistics() {
        do {
            var names = cursor.names();
            var relation = target.relation(names.subList(0, names.size() - 1));
            var all = extras.statistics().getOrDefault(relation.id(), List.of());
            var left = all.stream()
                    .filter(s -> !target.catalog().same(s.name(), names.getLast()))
                    .toList();
            if (left.size() == all.size()) {
                throw new SqlServerError(
                        3701, 11, 6, "Cannot drop the statistics '%s'.".formatted(String.join(".", names)));
            }
            extras.statistics().put(relation.id(), left);
        } while (cursor.take(","));
    }

    /** UPDATE STATISTICS; WITH ROWCOUNT = n sets how many rows the table is said to have. */
    void updateStatistics() {
        cursor.expect("UPDATE", "STATISTICS");
        var relation = target.relation(cursor.names());
        if (cursor.peek().is("(")) {
            cursor.parenthesised();
        } else if (cursor.peek().name() && !cursor.peek().is("WITH")) {
            cursor.next();
        }
        if (!cursor.take("WITH")) {
            return;
        }
        do {
            if (cursor.take("ROWCOUNT", "=")) {
                long rows = Columns.number(cursor).longValue();
                if (relation instanceof dev.granary.emulator.model.Table table) {
                    table.rows(rows);
                }
            } else {
                option();
            }
        } while (cursor.take(","));
    }

    /** CREATE FULLTEXT CATALOG or INDEX, the two words read. */
    void createFulltext() {
        if (cursor.take("CATALOG")) {
            var name = cursor.name();
            boolean accents = true;
            if (cursor.take("WITH", "ACCENT_SENSITIVITY", "=")) {
                accents = cursor.next().is("ON");
            }
            boolean byDefault = cursor.take("AS", "DEFAULT");
            extras.fulltextCatalogs()
                    .put(new Extras.FulltextCatalog(extras.fulltextCatalogs().nextId(), name, byDefault, accents));
            return;
        }
        cursor.expect("INDEX", "ON");
        var relation = target.relation(cursor.names());
        var columns = fulltextColumns(relation);
        cursor.expect("KEY", "INDEX");
        var key = cursor.name();
        int keyId = relation.indexes().stream()
                .filter(i -> i.name() != null && target.catalog().same(i.name(), key))
                .mapToInt(i -> i.id())
                .findFirst()
                .orElseThrow(() -> new SqlServerError(7653, "'%s' is not a valid index.".formatted(key)));
        var catalog = cursor.take("ON")
                ? ExternalDdl.required(extras.fulltextCatalogs(), cursor.name())
                : extras.fulltextCatalogs().all().stream()
                        .filter(Extras.FulltextCatalog::byDefault)
                        .findFirst()
                        .orElseThrow(() -> new SqlServerError(9967, "A default full-text catalog does not exist."));
        if (cursor.take("WITH")) {
            do {
                option();
                if (!cursor.atEnd() && cursor.peek().isAny("AUTO", "MANUAL", "OFF")) {
                    cursor.next();
                }
            } while (cursor.take(","));
        }
        extras.fulltextIndexes()
                .put(relation.id(), new Extras.FulltextIndex(relation.id(), catalog.id(), keyId, true, columns));
    }

    private List<Extras.FulltextColumn> fulltextColumns(Relation relation) {
        var columns = new ArrayList<Extras.FulltextColumn>();
        cursor.expect("(");
        do {
            int id = Columns.require(target, relation, cursor.name()).id();
            if (cursor.take("TYPE", "COLUMN")) {
                cursor.name();
            }
            columns.add(new Extras.FulltextColumn(id, cursor.take("LANGUAGE") ? language() : 1033));
            cursor.take("STATISTICAL_SEMANTICS");
        } while (cursor.take(","));
        cursor.expect(")");
        return columns;
    }

    private int language() {
        var said = cursor.next().text();
        return said.matches("\\d+") ? Integer.parseInt(said) : 1033;
    }

    /** ALTER FULLTEXT INDEX ON t ENABLE, DISABLE, ADD (..) or DROP (..). */
    void alterFulltext() {
        if (cursor.take("CATALOG")) {
            cursor.name();
            if (cursor.take("REBUILD", "WITH")) {
                option();
            } else {
                cursor.next();
            }
            return;
        }
        cursor.expect("INDEX", "ON");
        var relation = target.relation(cursor.names());
        var old = extras.fulltextIndexes().get(relation.id());
        if (old == null) {
            throw missing(relation);
        }
        boolean enabled = old.enabled();
        var columns = new ArrayList<>(old.columns());
        if (cursor.take("ENABLE") || cursor.sees("DISABLE")) {
            enabled = !cursor.take("DISABLE");
        } else if (cursor.take("ADD")) {
            columns.addAll(fulltextColumns(relation));
        } else if (cursor.take("DROP")) {
            var gone = cursor.nameList().stream()
                    .map(c -> Columns.require(target, relation, c).id())
                    .toList();
            columns.removeIf(c -> gone.contains(c.columnId()));
        } else {
            cursor.next();
            option();
        }
        extras.fulltextIndexes()
                .put(
                        relation.id(),
                        new Extras.FulltextIndex(old.tableId(), old.catalogId(), old.keyIndexId(), enabled, columns));
    }

    /** DROP FULLTEXT CATALOG or INDEX, the two words read. */
    void dropFulltext() {
        if (cursor.take("CATALOG")) {
            extras.fulltextCatalogs().remove(ExternalDdl.required(extras.fulltextCatalogs(), cursor.name()));
            return;
        }
        cursor.expect("INDEX", "ON");
        var relation = target.relation(cursor.names());
        if (extras.fulltextIndexes().remove(relation.id()) == null) {
            throw missing(relation);
        }
    }

    private static SqlServerError missing(Relation relation) {
        return new SqlServerError(7616, "Full-Text Search is not enabled for '%s'.".formatted(relation.name()));
    }
}

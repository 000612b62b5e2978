package dev.granary.harvester.upgrade;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * All rows of schema granary as text that psql reads too: {@code COPY table (columns) FROM stdin;}, rows, and a line that says {@code \.}. What
 * the changelog writes itself is left out.
 */
final class StoreDump {

    private static final Set<String> OF_THE_CHANGELOG =
            Set.of("databasechangelog", "databasechangeloglock", "object_kind", "aspect");
    private static final String END = "\\.\n";

    private StoreDump() {}

    static String of(Connection store) throws SQLException {
        try {
            var dump = new StringBuilder();
            var copies = store.unwrap(PGConnection.class).getCopyAPI();
            for (var table : tables(store)) {
                var rows = new StringWriter();
                var place = "granary.%s (%s)".formatted(table, columns(store, table));
                if (copies.copyOut(
                                "COPY (SELECT %s FROM granary.%s ORDER BY 1, 2) TO STDOUT"
                                        .formatted(columns(store, table), table),
                                rows)
                        > 0) {
                    dump.append("COPY ")
                            .append(place)
                            .append(" FROM stdin;\n")
                            .append(rows)
                            .append(END);
                }
            }
            return dump.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param store a superuser's connection: references are not checked while rows come in by the names of their tables */
    static void load(String dump, Connection store) throws SQLException {
        try (var statement = store.createStatement()) {
            var copies = store.unwrap(PGConnection.class).getCopyAPI();
            statement.execute("SET session_replication_role = replica");
            for (var table : dump.split("(?m)^\\\\\\.\\n")) {
                int rows = table.indexOf('\n') + 1;
                copies.copyIn(table.substring(0, rows).replace(";\n", ""), new StringReader(table.substring(rows)));
            }
            for (var table : tables(store)) {
                advance(store, table);
            }
            statement.execute("SET session_replication_role = DEFAULT");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next id is one that no row has. */
    private static void advance(Connection store, String table) throws SQLException {
        for (var column : list(
                store,
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'granary' AND table_name = '%s'"
                                .formatted(table)
                        + " AND is_identity = 'YES'")) {
            list(
                    store,
                    "SELECT setval(pg_get_serial_sequence('granary.%s', '%s'), (SELECT coalesce(max(%s), 0) + 1 FROM granary.%s), false)"
                            .formatted(table, column, column, table));
        }
    }

    private static List<String> tables(Connection store) throws SQLException {
        var tables = list(store, "SELECT tablename FROM pg_tables WHERE schemaname = 'granary' ORDER BY tablename");
        tables.removeAll(OF_THE_CHANGELOG);
        return tables;
    }

    private static String columns(Connection store, String table) throws SQLException {
        return String.join(
                ", ",
                list(
                        store,
                        "SELECT quote_ident(column_name) FROM information_schema.columns WHERE table_schema = 'granary' AND table_name = '%s' ORDER BY ordinal_position"
                                .formatted(table)));
    }

    private static List<String> list(Connection store, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = store.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}

package dev.granary.harvester.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.granary.content.StoredText;
import dev.granary.harvester.sql.SqlFile;
import dev.granary.model.NameCollation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The store's dictionary of names: each distinct name once, under an integer. Ids never change, so they are remembered. */
public final class NameDictionary {

    private static final String ADD = SqlFile.read(NameDictionary.class, "add_names");
    private static final String FIND = "SELECT id, name FROM granary.name WHERE name = ANY (?)";
    private static final int REMEMBERED = 200_000;

    private final Cache<String, Integer> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** The ids of all the names, adding those that are new. The connection is in auto-commit: names outlive what failed after them. */
    Map<String, Integer> ids(Connection connection, Collection<String> names) throws SQLException {
        var ids = new HashMap<String, Integer>();
        // Sorted, so that two harvests adding the same names never wait for each other in a circle.
        var missing = new TreeSet<String>();
        for (var name : names) {
            var id = known.getIfPresent(name);
            if (id == null) {
                missing.add(name);
            } else {
                ids.put(name, id);
            }
        }
        if (!missing.isEmpty()) {
            var stored = new HashMap<String, String>();
            missing.forEach(name -> stored.put(StoredText.encode(name), name));
            find(connection, stored, ids);
            if (!stored.isEmpty()) {
                add(connection, stored);
                find(connection, stored, ids);
            }
        }
        return ids;
    }

    private void find(Connection connection, Map<String, String> stored, Map<String, Integer> ids) throws SQLException {
        try (var find = connection.prepareStatement(FIND)) {
            find.setArray(1, connection.createArrayOf("text", stored.keySet().toArray()));
            try (var rows = find.executeQuery()) {
                while (rows.next()) {
                    var name = stored.remove(rows.getString(2));
                    if (name != null) {
                        ids.put(name, rows.getInt(1));
                        known.put(name, rows.getInt(1));
                    }
                }
            }
        }
    }

    private static void add(Connection connection, Map<String, String> stored) throws SQLException {
        var names = stored.keySet().stream().sorted().toArray(String[]::new);
        var folds = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            folds[i] = StoredText.encode(NameCollation.fold(StoredText.decode(names[i])));
        }
        try (var add = connection.prepareStatement(ADD)) {
            add.setArray(1, connection.createArrayOf("text", names));
            add.setArray(2, connection.createArrayOf("text", folds));
            add.executeUpdate();
        }
    }
}

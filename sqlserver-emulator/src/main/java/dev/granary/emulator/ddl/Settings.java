package dev.granary.emulator.ddl;

import dev.granary.emulator.tsql.Cursor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of NAME = value in parentheses; a value of several words is its first, and one in parentheses is left out. */
record Settings(Map<String, String> all) {

    static Settings read(Cursor cursor) {
        Map<String, String> all = new HashMap<>();
        cursor.expect("(");
        do {
            var name = cursor.next().upper();
            if (cursor.peek().is("(")) {
                cursor.parenthesised();
                continue;
            }
            cursor.expect("=");
            if (cursor.peek().is("(")) {
                cursor.parenthesised();
                continue;
            }
            all.put(name, cursor.next().text());
            while (!cursor.atEnd() && !cursor.peek().isAny(",", ")")) {
                if (cursor.peek().is("(")) {
                    cursor.parenthesised();
                } else {
                    cursor.next();
                }
            }
        } while (cursor.take(","));
        cursor.expect(")");
        return new Settings(all);
    }

    @Nullable
    String get(String name) {
        return all.get(name);
    }

    String get(String name, String unsaid) {
        return all.getOrDefault(name.toUpperCase(Locale.ROOT), unsaid);
    }

    boolean on(String name) {
        return "ON".equalsIgnoreCase(all.get(name));
    }
}

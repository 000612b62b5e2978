package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.tsql.Cursor;
import org.jspecify.annotations.Nullable;

/** What few columns say of themselves: XML schemas, encryption, what the system generates. */
final class SpecialColumns {

    static final int TRANSACTION_START = 7;
    static final int TRANSACTION_END = 8;
    static final int SEQUENCE_START = 9;
    static final int SEQUENCE_END = 10;

    private SpecialColumns() {}

    /** The type {@code xml(CONTENT|DOCUMENT collection)}, or null if another one follows. */
    static Column.@Nullable Special typedXml(Target target, Cursor cursor) {
        if (!cursor.sees("xml", "(")) {
            return null;
        }
        cursor.expect("xml", "(");
        boolean document = cursor.take("DOCUMENT");
        if (!document) {
            cursor.take("CONTENT");
        }
        var names = cursor.names();
        cursor.expect(")");
        var collection = target.catalog().extras().xmlCollections().byName(names.getLast());
        if (collection == null) {
            throw new SqlServerError(
                    2715, "Collection specified does not exist in metadata : '%s'".formatted(String.join(".", names)));
        }
        return Column.Special.NONE.withXml(collection.id(), document);
    }

    /** What follows GENERATED ALWAYS AS. */
    static int generated(Cursor cursor) {
        boolean row = cursor.take("ROW");
        boolean transaction = !row && cursor.take("TRANSACTION_ID");
        if (!row && !transaction) {
            cursor.expect("SEQUENCE_NUMBER");
        }
        boolean start = cursor.next().is("START");
        if (row) {
            return start ? 1 : 2;
        }
        return transaction ? (start ? TRANSACTION_START : TRANSACTION_END) : (start ? SEQUENCE_START : SEQUENCE_END);
    }

    /** What follows ENCRYPTED WITH. */
    static Column.Encryption encryption(Target target, Cursor cursor) {
        int key = 0;
        int type = 1;
        var algorithm = "AEAD_AES_256_CBC_HMAC_SHA_256";
        cursor.expect("(");
        do {
            var option = cursor.name();
            cursor.expect("=");
            if (option.equalsIgnoreCase("COLUMN_ENCRYPTION_KEY")) {
                var name = cursor.name();
                var found = target.catalog().extras().encryptionKeys().byName(name);
                if (found == null) {
                    throw new SqlServerError(
                            33303, "Invalid column encryption key '%s' was used in the statement.".formatted(name));
                }
                key = found.id();
            } else if (option.equalsIgnoreCase("ENCRYPTION_TYPE")) {
                type = cursor.next().is("RANDOMIZED") ? 2 : 1;
            } else {
                algorithm = cursor.next().text();
            }
        } while (cursor.take(","));
        cursor.expect(")");
        return new Column.Encryption(key, type, algorithm);
    }
}

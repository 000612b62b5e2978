package dev.granary.emulator.model;

import java.io.Serializable;

/**
 * A row of sys.database_permissions or sys.server_permissions.
 *
 * @param on what class of thing: server, database, object or column, schema, type
 * @param state G granted, W granted with grant option, D denied
 */
public record Permission(On on, int majorId, int minorId, int granteeId, String name, char state)
        implements Serializable {

    /** The class column and its description. */
    public enum On {
        DATABASE(0, "DATABASE"),
        OBJECT(1, "OBJECT_OR_COLUMN"),
        SCHEMA(3, "SCHEMA"),
        PRINCIPAL(4, "DATABASE_PRINCIPAL"),
        ASSEMBLY(5, "ASSEMBLY"),
        TYPE(6, "TYPE"),
        XML_COLLECTION(10, "XML_SCHEMA_COLLECTION"),
        SERVER(100, "SERVER"),
        SERVER_PRINCIPAL(101, "SERVER_PRINCIPAL");

        private final int code;
        private final String description;

        On(int code, String description) {
            this.code = code;
            this.description = description;
        }

        public int code() {
            return code;
        }

        public String description() {
            return description;
        }
    }

    public boolean denies() {
        return state == 'D';
    }
}

package dev.granary.harvester.assemble;

import dev.granary.model.ObjectKind;

/** What a part belongs to, by the ids of the source; they name it during one reading only. */
public record Owner(Space space, int id) {

    /** The id spaces of SQL Server, which overlap; the codes are the classes of {@code sys.extended_properties}. */
    public enum Space {
        DATABASE(0),
        OBJECT(1),
        SCHEMA(3),
        PRINCIPAL(4),
        ASSEMBLY(5),
        TYPE(6),
        XML_SCHEMA_COLLECTION(10),
        DATA_SPACE(20),
        PARTITION_FUNCTION(21);

        private final int code;

        Space(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** In which of them the ids of a kind are. */
        public static Space of(ObjectKind kind) {
            return switch (kind) {
                case DATABASE -> DATABASE;
                case SCHEMA -> SCHEMA;
                case DATABASE_USER, DATABASE_ROLE, APPLICATION_ROLE -> PRINCIPAL;
                case ALIAS_TYPE, TABLE_TYPE, CLR_TYPE -> TYPE;
                case ASSEMBLY -> ASSEMBLY;
                case XML_SCHEMA_COLLECTION -> XML_SCHEMA_COLLECTION;
                case PARTITION_SCHEME -> DATA_SPACE;
                case PARTITION_FUNCTION -> PARTITION_FUNCTION;
                case TABLE,
                        VIEW,
                        PROCEDURE,
                        SCALAR_FUNCTION,
                        TABLE_FUNCTION,
                        INLINE_FUNCTION,
                        AGGREGATE,
                        CLR_PROCEDURE,
                        CLR_SCALAR_FUNCTION,
                        CLR_TABLE_FUNCTION,
                        TRIGGER,
                        CLR_TRIGGER,
                        SYNONYM,
                        SEQUENCE,
                        SECURITY_POLICY,
                        DATABASE_TRIGGER -> OBJECT;
            };
        }
    }
}

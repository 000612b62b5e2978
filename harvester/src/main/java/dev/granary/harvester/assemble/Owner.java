package dev.granary.harvester.assemble;

/** What a part belongs to, by the ids of the source; they name it during one reading only. */
public record Owner(Space space, int id) {

    /** The id spaces of SQL Server, which overlap; the codes are the classes of {@code sys.extended_properties}. */
    public enum Space {
        DATABASE(0),
        OBJECT(1),
        SCHEMA(3),
        PRINCIPAL(4),
        TYPE(6);

        private final int code;

        Space(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }
}

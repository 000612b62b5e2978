package dev.granary.sqlserver;

/** Quotes identifiers: the only place where a name enters a statement's text. */
public final class SqlServerName {
    private SqlServerName() {}

    /** The name in brackets, with every closing bracket doubled. */
    public static String quote(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }
}

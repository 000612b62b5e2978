package dev.granary.emulator.tsql;

import java.util.List;

/** What the rewriting has to ask: where a named table is, and what a variable holds. */
public interface Resolver {

    /**
     * The table in H2's words.
     *
     * @param names the name's parts, an omitted one empty
     * @throws dev.granary.emulator.engine.SqlServerError 208 if there is none
     */
    String table(List<String> names);

    /** The type, in H2's words, of a variable or parameter, its name in lower case with the at sign; 137 if it is not declared. */
    String variableType(String name);

    /** Refuses a function that the server does not have. */
    default void function(String name) {}

    /** A {@code @@} function as an H2 expression. */
    String global(String name);
}

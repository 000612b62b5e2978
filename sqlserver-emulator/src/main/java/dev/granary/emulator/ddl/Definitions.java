package dev.granary.emulator.ddl;

import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Limits;
import dev.granary.emulator.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells definition statements apart and runs them. */
public final class Definitions {

    private static final Set<String> MODULES = Set.of("VIEW", "PROCEDURE", "PROC", "FUNCTION", "TRIGGER");

    private Definitions() {}

    /** Whether the batch is one CREATE or ALTER of a view, procedure, function or trigger. */
    public static boolean ownsBatch(Cursor cursor) {
        return moduleWord(cursor) > 0;
    }

    private static int moduleWord(Cursor cursor) {
        int at = cursor.peek().isAny("CREATE", "ALTER") ? 1 : 0;
        if (at == 1 && cursor.peek(1).is("OR") && cursor.peek(2).is("ALTER")) {
            at = 3;
        }
        return at > 0 && MODULES.contains(cursor.peek(at).upper()) ? at : 0;
    }

    /** Runs such a batch. Its text is kept to the letter, but that ALTER is kept as CREATE, as SQL Server does. */
    public static void module(Target target, Cursor cursor) {
        var first = cursor.next();
        boolean alter = first.is("ALTER");
        boolean orAlter = cursor.take("OR", "ALTER");
        var kind = cursor.next().upper();
        var text = cursor.text();
        if (alter) {
            text = text.substring(0, first.start()) + "CREATE" + text.substring(first.end());
        } else if (orAlter) {
            text = text.substring(0, first.end()) + text.substring(first.end()).replaceFirst("(?i)OR(\\s+)ALTER", "$1");
        }
        var module = new ModuleDdl(target, cursor, text, alter || orAlter, alter);
        switch (kind) {
            case "VIEW" -> module.view();
            case "FUNCTION" -> module.function();
            case "TRIGGER" -> module.trigger();
            default -> module.procedure();
        }
    }

    /** The words of a view's SELECT, from its whole text. */
    public static List<Token> viewQuery(String text) {
        var cursor = new Cursor(text);
        while (!cursor.take("VIEW")) {
            cursor.next();
        }
        cursor.names();
        while (!cursor.take("AS")) {
            cursor.next();
        }
        int start = cursor.position();
        while (!cursor.atEnd()) {
            cursor.next();
        }
        var words = new ArrayList<>(cursor.tokensFrom(start));
        while (words.getLast().is(";")) {
            words.removeLast();
        }
        boolean checked =
                words.getLast().is("OPTION") && words.get(words.size() - 2).is("CHECK");
        return List.copyOf(checked ? words.subList(0, words.size() - 3) : words);
    }

    public static boolean starts(Cursor cursor) {
        return cursor.sees("UPDATE", "STATISTICS")
                || cursor.sees("ADD", "SENSITIVITY")
                || cursor.peek()
                        .isAny("CREATE", "ALTER", "DROP", "GRANT", "DENY", "REVOKE", "ENABLE", "DISABLE", "TRUNCATE");
    }

    /** Runs one definition statement, up to its last word. */
    public static void run(Target target, Cursor cursor) {
        if (cursor.sees("UPDATE")) {
            new AboutColumns(target, cursor).updateStatistics();
            return;
        }
        var verb = cursor.next();
        switch (verb.upper()) {
            case "CREATE" -> create(target, cursor);
            case "ALTER" -> alter(target, cursor);
            case "DROP" -> drop(target, cursor);
            case "ADD" -> new AboutColumns(target, cursor).classify();
            case "ENABLE" -> TriggerSwitch.statement(target, cursor, false);
            case "DISABLE" -> TriggerSwitch.statement(target, cursor, true);
            case "TRUNCATE" -> throw Limits.not("truncate a table");
            default -> new Grants(target, cursor, verb.upper()).run();
        }
    }

    private static void create(Target target, Cursor cursor) {
        if (cursor.take("XML", "SCHEMA", "COLLECTION")) {
            new ExternalDdl(target, cursor).createXmlCollection();
            return;
        }
        if (cursor.peek()
                .isAny("UNIQUE", "CLUSTERED", "NONCLUSTERED", "INDEX", "COLUMNSTORE", "PRIMARY", "XML", "SPATIAL")) {
            new IndexDdl(target, cursor).create();
            return;
        }
        var word = cursor.next();
        switch (word.upper()) {
            case "DATABASE" -> new Databases(target, cursor).create();
            case "LOGIN" -> new SecurityDdl(target, cursor).createLogin();
            case "USER" -> new SecurityDdl(target, cursor).createUser();
            case "ROLE" -> new SecurityDdl(target, cursor).createRole(false);
            case "SERVER" -> {
                cursor.expect("ROLE");
                new SecurityDdl(target, cursor).createRole(true);
            }
            case "SCHEMA" -> new SchemaDdl(target, cursor).create();
            case "TABLE" -> new TableDdl(target, cursor).create();
            case "TYPE" -> new OtherDdl(target, cursor).createType();
            case "SYNONYM" -> new OtherDdl(target, cursor).createSynonym();
            case "SEQUENCE" -> new OtherDdl(target, cursor).createSequence();
            case "APPLICATION" -> {
                cursor.expect("ROLE");
                new SecurityDdl(target, cursor).createApplicationRole();
            }
            case "SECURITY" -> {
                cursor.expect("POLICY");
                new PolicyDdl(target, cursor).create();
            }
            case "PARTITION" -> {
                if (cursor.take("FUNCTION")) {
                    new Storage(target, cursor).createFunction();
                } else {
                    cursor.expect("SCHEME");
                    new Storage(target, cursor).createScheme();
                }
            }
            case "EXTERNAL" -> new ExternalDdl(target, cursor).create();
            case "COLUMN" -> new ExternalDdl(target, cursor).createKey();
            case "ASSEMBLY" -> new ExternalDdl(target, cursor).createAssembly();
            case "STATISTICS" -> new AboutColumns(target, cursor).createStatistics();
            case "FULLTEXT" -> new AboutColumns(target, cursor).createFulltext();
            case "AGGREGATE" -> new ClrDdl(target, cursor).createAggregate();
            case "MASTER", "CERTIFICATE", "CREDENTIAL" -> secret(cursor);
            default -> throw unknown("CREATE", word.upper(), cursor);
        }
    }

    private static void alter(Target target, Cursor cursor) {
        var word = cursor.next();
        switch (word.upper()) {
            case "DATABASE" -> new Databases(target, cursor).alter();
            case "LOGIN" -> new SecurityDdl(target, cursor).alterLogin();
            case "USER" -> new SecurityDdl(target, cursor).alterUser();
            case "ROLE" -> new SecurityDdl(target, cursor).alterRole(false);
            case "SERVER" -> {
                cursor.expect("ROLE");
                new SecurityDdl(target, cursor).alterRole(true);
            }
            case "SCHEMA" -> new SchemaDdl(target, cursor).alter();
            case "TABLE" -> new AlterTable(target, cursor).run();
            case "INDEX" -> new IndexDdl(target, cursor).alter();
            case "SEQUENCE" -> new OtherDdl(target, cursor).alterSequence();
            case "APPLICATION" -> {
                cursor.expect("ROLE");
                new SecurityDdl(target, cursor).alterUser();
            }
            case "AUTHORIZATION" -> new Authorization(target, cursor).run();
            case "SECURITY" -> {
                cursor.expect("POLICY");
                new PolicyDdl(target, cursor).alter();
            }
            case "PARTITION" -> {
                if (cursor.take("FUNCTION")) {
                    new Storage(target, cursor).alterFunction();
                } else {
                    cursor.expect("SCHEME");
                    new Storage(target, cursor).alterScheme();
                }
            }
            case "XML" -> {
                cursor.expect("SCHEMA", "COLLECTION");
                new ExternalDdl(target, cursor).alterXmlCollection();
            }
            case "ASSEMBLY" -> new ExternalDdl(target, cursor).alterAssembly();
            case "FULLTEXT" -> new AboutColumns(target, cursor).alterFulltext();
            default -> throw unknown("ALTER", word.upper(), cursor);
        }
    }

    private static void drop(Target target, Cursor cursor) {
        var word = cursor.next();
        switch (word.upper()) {
            case "DATABASE" -> new Databases(target, cursor).drop();
            case "LOGIN" -> new SecurityDdl(target, cursor).drop(true);
            case "USER", "ROLE" -> new SecurityDdl(target, cursor).drop(false);
            case "APPLICATION", "SERVER" -> {
                cursor.expect("ROLE");
                new SecurityDdl(target, cursor).drop(word.is("SERVER"));
            }
            case "SECURITY" -> {
                cursor.expect("POLICY");
                new Drops(target, cursor).objects("SECURITY POLICY");
            }
            case "PARTITION" -> {
                boolean scheme = cursor.take("SCHEME");
                if (!scheme) {
                    cursor.expect("FUNCTION");
                }
                new Storage(target, cursor).drop(scheme);
            }
            case "EXTERNAL" -> new ExternalDdl(target, cursor).drop();
            case "COLUMN" -> new ExternalDdl(target, cursor).dropKey();
            case "ASSEMBLY" -> new ExternalDdl(target, cursor).dropAssembly();
            case "XML" -> {
                cursor.expect("SCHEMA", "COLLECTION");
                new ExternalDdl(target, cursor).dropXmlCollection();
            }
            case "STATISTICS" -> new AboutColumns(target, cursor).dropStatistics();
            case "FULLTEXT" -> new AboutColumns(target, cursor).dropFulltext();
            case "SENSITIVITY" -> new AboutColumns(target, cursor).declassify();
            case "SCHEMA" -> new SchemaDdl(target, cursor).drop();
            case "INDEX" -> new IndexDdl(target, cursor).drop();
            case "TYPE" -> new OtherDdl(target, cursor).dropType();
            case "TABLE", "VIEW", "PROCEDURE", "PROC", "FUNCTION", "TRIGGER", "SYNONYM", "SEQUENCE", "AGGREGATE" ->
                new Drops(target, cursor).objects(word.upper());
            default -> throw unknown("DROP", word.upper(), cursor);
        }
    }

    /** A key, certificate or credential: nothing of it is ever shown, so nothing is kept. */
    private static void secret(Cursor cursor) {
        while (!cursor.atEnd() && !cursor.peek().is(";")) {
            cursor.next();
        }
    }

    private static RuntimeException unknown(String verb, String word, Cursor cursor) {
        return word.isEmpty() ? cursor.syntax() : Limits.not("%s %s".formatted(verb, word));
    }
}

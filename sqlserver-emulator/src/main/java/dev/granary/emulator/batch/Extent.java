package dev.granary.emulator.batch;

import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Token;
import java.util.List;
import java.util.Set;

/** Finds where a statement ends; T-SQL needs no semicolon between two. */
final class Extent {

    private static final Set<String> STARTS = Set.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "SET",
            "USE",
            "EXEC",
            "EXECUTE",
            "DECLARE",
            "IF",
            "BEGIN",
            "COMMIT",
            "ROLLBACK",
            "PRINT",
            "CREATE",
            "ALTER",
            "DROP",
            "GRANT",
            "DENY",
            "REVOKE",
            "WAITFOR",
            "RETURN",
            "WHILE",
            "RAISERROR",
            "TRUNCATE",
            "MERGE",
            "KILL",
            "BACKUP",
            "RESTORE",
            "RECONFIGURE",
            "SAVE");
    private static final Set<String> SELECT_FOLLOWS = Set.of("UNION", "ALL", "EXCEPT", "INTERSECT", "(", ")");
    private static final Set<String> LONG = Set.of("CREATE", "ALTER", "GRANT", "DENY", "REVOKE", "DROP");

    private Extent() {}

    /** Steps over a query or change, from its first word, and returns its tokens. */
    static List<Token> statement(Cursor cursor) {
        int start = cursor.position();
        boolean with = cursor.peek().is("WITH");
        boolean insert = cursor.peek().is("INSERT");
        boolean update = cursor.peek().is("UPDATE");
        cursor.next();
        boolean mayBegin = with || insert;
        boolean maySet = update || with;
        int cases = 0;
        while (!cursor.atEnd() && !cursor.peek().is(";")) {
            var token = cursor.peek();
            if (token.is("(")) {
                cursor.parenthesised();
                continue;
            }
            cases += token.is("CASE") ? 1 : token.is("END") && cases > 0 ? -1 : 0;
            boolean ofCase =
                    cases > 0 || (token.is("END") && cursor.position() > start && caseJustEnded(cursor, start));
            if (!ofCase && token.kind() == Token.Kind.WORD) {
                var upper = token.upper();
                if (upper.equals("SELECT")) {
                    if (!mayBegin && !SELECT_FOLLOWS.contains(previous(cursor).upper())) {
                        break;
                    }
                    mayBegin = false;
                } else if (upper.equals("SET") && maySet) {
                    maySet = false;
                } else if (with
                        && mayBegin
                        && (upper.equals("INSERT") || upper.equals("UPDATE") || upper.equals("DELETE"))) {
                    mayBegin = upper.equals("INSERT");
                } else if (STARTS.contains(upper) || upper.equals("ELSE") || upper.equals("END")) {
                    break;
                }
            }
            cursor.next();
        }
        return List.copyOf(cursor.tokensFrom(start));
    }

    /** Whether the END here closes a CASE that the statement opened. */
    private static boolean caseJustEnded(Cursor cursor, int start) {
        int open = 0;
        for (var token : cursor.tokensFrom(start)) {
            open += token.is("CASE") ? 1 : token.is("END") ? -1 : 0;
        }
        return open > 0;
    }

    private static Token previous(Cursor cursor) {
        return cursor.peek(-1);
    }

    /** Steps over an expression that ends where a statement or a comma follows. */
    static List<Token> expression(Cursor cursor, boolean stopAtComma) {
        int start = cursor.position();
        int cases = 0;
        while (!cursor.atEnd() && !cursor.peek().is(";")) {
            var token = cursor.peek();
            if (token.is("(")) {
                cursor.parenthesised();
                continue;
            }
            if (stopAtComma && token.is(",")) {
                break;
            }
            if (cases == 0
                    && token.kind() == Token.Kind.WORD
                    && (STARTS.contains(token.upper()) || token.isAny("ELSE", "END", "OUTPUT", "OUT"))) {
                break;
            }
            cases += token.is("CASE") ? 1 : token.is("END") ? -1 : 0;
            cursor.next();
        }
        return List.copyOf(cursor.tokensFrom(start));
    }

    /** Steps over a statement that is not to be run. */
    static void skip(Cursor cursor) {
        if (cursor.peek().is("BEGIN") && !cursor.peek(1).isAny("TRAN", "TRANSACTION")) {
            int depth = 0;
            do {
                var token = cursor.next();
                depth += token.isAny("BEGIN", "CASE") ? 1 : token.is("END") ? -1 : 0;
            } while (depth > 0 && !cursor.atEnd());
            return;
        }
        if (cursor.take("IF")) {
            expression(cursor, false);
            skip(cursor);
            cursor.take(";");
            if (cursor.take("ELSE")) {
                skip(cursor);
            }
            return;
        }
        boolean definition = LONG.contains(cursor.peek().upper());
        if (!definition) {
            statement(cursor);
            return;
        }
        cursor.next();
        while (!cursor.atEnd()
                && !cursor.peek().isAny(";", "GO", "END", "ELSE", "IF", "PRINT", "EXEC", "USE", "CREATE")) {
            if (cursor.peek().is("(")) {
                cursor.parenthesised();
            } else {
                cursor.next();
            }
        }
    }
}

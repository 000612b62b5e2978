package dev.granary.emulator.batch;

import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Limits;
import dev.granary.emulator.tsql.Resolver;
import dev.granary.emulator.tsql.Rewriter;
import dev.granary.emulator.tsql.Rewritten;
import dev.granary.emulator.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** INSERT, UPDATE and DELETE of one table, in H2's words. */
final class ChangeRewriter {

    private ChangeRewriter() {}

    static Rewritten rewrite(String text, List<Token> tokens, Resolver changed, Resolver read) {
        var closed = new ArrayList<>(tokens);
        closed.add(new Token(
                Token.Kind.END, "", tokens.getLast().end(), tokens.getLast().end()));
        var cursor = new Cursor(text, closed);
        var verb = cursor.next().upper();
        var head = new StringBuilder();
        switch (verb) {
            case "INSERT" -> {
                cursor.take("INTO");
                head.append("INSERT INTO ").append(changed.table(cursor.names()));
                if (cursor.peek().is("(") && !cursor.peek(1).is("SELECT")) {
                    head.append(cursor.nameList().stream()
                            .map(n -> "\"" + n.replace("\"", "\"\"") + "\"")
                            .collect(Collectors.joining(", ", " (", ") ")));
                }
                if (cursor.take("DEFAULT", "VALUES")) {
                    return new Rewritten(head + " DEFAULT VALUES", List.of());
                }
            }
            case "UPDATE" -> head.append("UPDATE ").append(changed.table(cursor.names()));
            default -> {
                cursor.take("FROM");
                head.append("DELETE FROM ").append(changed.table(cursor.names()));
            }
        }
        int start = cursor.position();
        while (!cursor.atEnd()) {
            if (cursor.next().is("OUTPUT")) {
                throw Limits.not("run OUTPUT");
            }
        }
        var rest = Rewriter.rewrite(text, cursor.tokensFrom(start), read);
        return new Rewritten(head + " " + rest.sql(), rest.variables());
    }
}

package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.SecurityPolicy;
import dev.granary.emulator.tsql.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CREATE and ALTER SECURITY POLICY. */
final class PolicyDdl {

    private final Target target;
    private final Cursor cursor;

    PolicyDdl(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    void create() {
        var policy = new SecurityPolicy(target.birth(cursor.names()), true);
        clauses(policy);
        target.catalog().add(policy);
    }

    void alter() {
        var policy = target.require(cursor.names(), SecurityPolicy.class);
        clauses(policy);
        target.touch(policy);
    }

    private void clauses(SecurityPolicy policy) {
        boolean more = true;
        while (more) {
            if (cursor.take("ADD")) {
                add(policy, 0);
            } else if (cursor.take("ALTER")) {
                add(policy, drop(policy));
            } else if (cursor.take("DROP")) {
                drop(policy);
            } else if (cursor.take("WITH")) {
                policy.enable(!"OFF".equalsIgnoreCase(Settings.read(cursor).get("STATE")));
            } else {
                more = cursor.take("NOT", "FOR", "REPLICATION");
            }
            more &= !cursor.atEnd();
            cursor.take(",");
        }
    }

    private void add(SecurityPolicy policy, int replaced) {
        boolean block = block();
        cursor.expect("PREDICATE");
        int start = cursor.position();
        cursor.names();
        cursor.parenthesised();
        var definition = Expressions.normal(cursor.tokensFrom(start));
        cursor.expect("ON");
        var table = target.relation(cursor.names());
        var operation = operation();
        var now = new ArrayList<>(policy.predicates());
        int id = replaced > 0
                ? replaced
                : now.stream().mapToInt(SecurityPolicy.Predicate::id).max().orElse(0) + 1;
        now.add(new SecurityPolicy.Predicate(id, table.id(), definition, block, operation));
        policy.predicates(now);
    }

    private boolean block() {
        boolean block = cursor.take("BLOCK");
        if (!block) {
            cursor.take("FILTER");
        }
        return block;
    }

    private @Nullable Integer operation() {
        if (cursor.take("AFTER")) {
            return cursor.next().is("INSERT") ? 1 : 2;
        }
        if (cursor.take("BEFORE")) {
            return cursor.next().is("UPDATE") ? 3 : 4;
        }
        return null;
    }

    /** Takes a predicate away and returns its id; an ALTER stays before the same words. */
    private int drop(SecurityPolicy policy) {
        int start = cursor.position();
        boolean block = block();
        cursor.expect("PREDICATE");
        boolean altered = !cursor.peek().is("ON");
        if (altered) {
            cursor.names();
            cursor.parenthesised();
        }
        cursor.expect("ON");
        int table = target.relation(cursor.names()).id();
        operation();
        if (altered) {
            cursor.back(start);
        }
        List<SecurityPolicy.Predicate> all = policy.predicates();
        var found = all.stream()
                .filter(p -> p.tableId() == table && p.block() == block)
                .findFirst()
                .orElseThrow(() -> new SqlServerError(33268, "Cannot find a security predicate on the table."));
        policy.predicates(all.stream().filter(p -> p.id() != found.id()).toList());
        return found.id();
    }
}

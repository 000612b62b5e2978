package dev.granary.emulator.tsql;

import java.util.List;

/**
 * A query in H2's words.
 *
 * @param variables the ones behind its parameters, in order
 * @param lasting whether it rests on nothing but which catalogue views there are, so that a plan for it may be kept
 */
public record Rewritten(String sql, List<String> variables, boolean lasting) {

    public Rewritten {
        variables = List.copyOf(variables);
    }

    public Rewritten(String sql, List<String> variables) {
        this(sql, variables, false);
    }

    public Rewritten last() {
        return new Rewritten(sql, variables, true);
    }
}

package dev.granary.emulator.tsql;

import java.util.List;

/** A query in H2's words; {@code variables} are the ones behind its parameters, in order. */
public record Rewritten(String sql, List<String> variables) {

    public Rewritten {
        variables = List.copyOf(variables);
    }
}

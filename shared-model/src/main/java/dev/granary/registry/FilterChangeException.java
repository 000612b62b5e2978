package dev.granary.registry;

import java.util.List;

/** The file changes filters and nobody has accepted that; nothing was stored. */
public final class FilterChangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FilterChange> changes;

    FilterChangeException(List<FilterChange> changes) {
        super("Filters of servers.yml changed; what they no longer mean leaves the catalogue:\n  %s"
                .formatted(String.join(
                        "\n  ", changes.stream().map(FilterChange::toString).toList())));
        this.changes = List.copyOf(changes);
    }

    public List<FilterChange> changes() {
        return changes;
    }
}

package dev.granary.registry;

import java.util.List;

/**
 * A filter of a registered server that the file changes: what it no longer means would look as if it had been dropped.
 *
 * @param filter databases or schemas
 */
public record FilterChange(
        String server,
        String filter,
        List<String> includeBefore,
        List<String> excludeBefore,
        List<String> include,
        List<String> exclude) {

    public FilterChange {
        includeBefore = List.copyOf(includeBefore);
        excludeBefore = List.copyOf(excludeBefore);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    @Override
    public String toString() {
        return "%s: %s include %s exclude %s becomes include %s exclude %s"
                .formatted(server, filter, includeBefore, excludeBefore, include, exclude);
    }
}

package dev.granary.registry;

import java.util.List;
import java.util.Set;

/** Which names are meant: those that an include pattern matches and no exclude pattern does. */
public record NameFilter(List<NamePattern> include, List<NamePattern> exclude) {
    private static final Set<String> SYSTEM_DATABASES = Set.of("master", "model", "msdb", "tempdb");

    public static final NameFilter ALL = new NameFilter(List.of(NamePattern.of("*")), List.of());

    public NameFilter {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    public boolean includes(String name) {
        return include.stream().anyMatch(pattern -> pattern.matches(name)) && !excludes(name);
    }

    /** As {@link #includes}, but a system database is meant only where a pattern without wildcards names it. */
    public boolean includesDatabase(String name) {
        if (SYSTEM_DATABASES.contains(name)) {
            return include.stream().anyMatch(pattern -> pattern.isExact() && pattern.matches(name)) && !excludes(name);
        }
        return includes(name);
    }

    private boolean excludes(String name) {
        return exclude.stream().anyMatch(pattern -> pattern.matches(name));
    }
}

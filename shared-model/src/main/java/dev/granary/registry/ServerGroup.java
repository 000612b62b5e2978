package dev.granary.registry;

import java.util.List;

/** Servers that share a schedule: those whose name a pattern matches, and those that carry one of its tags. */
record ServerGroup(String name, List<NamePattern> servers, List<String> tags, Schedule schedule) {

    ServerGroup {
        servers = List.copyOf(servers);
        tags = List.copyOf(tags);
    }

    boolean has(String server, List<String> serverTags) {
        return servers.stream().anyMatch(pattern -> pattern.matches(server))
                || tags.stream().anyMatch(serverTags::contains);
    }
}

package dev.granary.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads the groups of {@code servers.yml}, whose schedules hold for their servers. */
final class GroupReader {

    private final ScheduleReader schedules;

    GroupReader(ScheduleReader schedules) {
        this.schedules = schedules;
    }

    List<ServerGroup> read(Option option) {
        List<ServerGroup> groups = new ArrayList<>();
        var names = new HashSet<String>();
        for (var entry : option.elements("must be a list of groups")) {
            Block.of(entry, ServerOptions.GROUP).ifPresent(block -> {
                var group = group(entry, block);
                if (!names.add(group.name())) {
                    entry.refuse("the name " + group.name() + " is another group's already");
                }
                groups.add(group);
            });
        }
        return groups;
    }

    private ServerGroup group(Option entry, Block block) {
        var name = block.required(ServerOptions.NAME)
                .flatMap(it -> it.parsed(ServerReader::label))
                .orElse("");
        var servers = block.option(ServerOptions.SERVERS)
                .map(it -> it.list(NamePattern::of))
                .orElse(List.of());
        var tags = block.option(ServerOptions.TAGS)
                .map(it -> it.list(ServerReader::label))
                .orElse(List.of());
        if (servers.isEmpty() && tags.isEmpty()) {
            entry.refuse("names no servers: give servers (patterns) or tags");
        }
        var schedule = block.required(ServerOptions.SCHEDULE)
                .flatMap(it -> schedules.read(it, Schedule.DEFAULT))
                .orElse(Schedule.DEFAULT);
        return new ServerGroup(name, servers, tags, schedule);
    }
}

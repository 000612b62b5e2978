package dev.granary.harvester.cli;

import dev.granary.harvester.absence.HeldObject;
import dev.granary.harvester.absence.HoldSelector;
import dev.granary.harvester.absence.HoldTable;
import dev.granary.harvester.absence.ListedHold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what waits for a decision. */
@Command(
        name = "holds",
        description = "Lists what harvests did not find again and keep until somebody releases or rejects it.",
        mixinStandardHelpOptions = true)
final class HoldsCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    private final Surroundings surroundings;

    @Option(names = "--server", paramLabel = "P", description = "Only servers that match.")
    private @Nullable String server;

    @Option(names = "--database", paramLabel = "P", description = "Only databases that match.")
    private @Nullable String database;

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    HoldsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The answer as JSON. */
    record Answer(List<Item> items) {
        Answer {
            items = List.copyOf(items);
        }
    }

    /** An open hold with all that it lists. */
    record Item(
            int id,
            String server,
            String database,
            String state,
            String code,
            String reason,
            Instant openedAt,
            Instant updatedAt,
            @Nullable Long releaseRun,
            long count,
            List<Held> objects) {

        Item {
            objects = List.copyOf(objects);
        }
    }

    /** Schema is null for what lives in none; parts is null where the object itself is held. */
    record Held(
            @Nullable String schema,
            String name,
            String kind,
            @Nullable String parts) {}

    @Override
    public Integer call() {
        var table = new HoldTable(surroundings.storeOfHarvester());
        var holds = table.matching(
                new HoldSelector(null, Patterns.of("--server", server), Patterns.of("--database", database)));
        Map<Integer, List<HeldObject>> objects =
                table.objects(holds).stream().collect(Collectors.groupingBy(held -> held.hold()));
        if (json) {
            surroundings.json(new Answer(holds.stream()
                    .map(hold -> item(hold, objects.getOrDefault(hold.id(), List.of())))
                    .toList()));
        } else if (holds.isEmpty()) {
            surroundings.say("Nothing is held.");
        } else {
            holds.forEach(hold -> tell(hold, objects.getOrDefault(hold.id(), List.of())));
        }
        return ExitCode.DONE;
    }

    private static Item item(ListedHold hold, List<HeldObject> objects) {
        return new Item(
                hold.id(),
                hold.server(),
                hold.database(),
                hold.state(),
                hold.code(),
                hold.reason(),
                hold.openedAt(),
                hold.updatedAt(),
                hold.releaseRun(),
                objects.size(),
                objects.stream()
                        .map(held -> new Held(held.schema(), held.name(), held.kind(), held.parts()))
                        .toList());
    }

    private void tell(ListedHold hold, List<HeldObject> objects) {
        surroundings.say("hold %d  %s/%s  since %s  %d objects  (%s)"
                .formatted(hold.id(), hold.server(), hold.database(), hold.openedAt(), objects.size(), hold.code()));
        surroundings.say("  " + hold.reason());
        objects.stream().limit(SHOWN).forEach(held -> {
            var name = held.schema() == null ? held.name() : held.schema() + "." + held.name();
            var parts = held.parts() == null ? "" : ": " + held.parts();
            surroundings.say("    %s %s%s".formatted(name, held.kind(), parts));
        });
        if (objects.size() > SHOWN) {
            surroundings.say("    and %d more: see --json".formatted(objects.size() - SHOWN));
        }
        if (hold.releaseRun() != null) {
            surroundings.say(
                    "  released for run %d, which has not published this database".formatted(hold.releaseRun()));
        }
        surroundings.say("  they are gone: release %d    they are not: give the login its rights back, or reject %d"
                .formatted(hold.id(), hold.id()));
    }
}

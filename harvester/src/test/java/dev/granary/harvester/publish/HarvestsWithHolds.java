package dev.granary.harvester.publish;

import dev.granary.harvester.TestStore;
import dev.granary.harvester.assemble.ContentSink;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Evidence;
import dev.granary.harvester.assemble.Owner;
import dev.granary.harvester.assemble.SectionReading;
import dev.granary.harvester.assemble.SectionStatus;
import dev.granary.harvester.assemble.SourceObject;
import dev.granary.harvester.warm.Warmer;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.harvester.work.Lease;
import dev.granary.model.Aspect;
import dev.granary.model.Check;
import dev.granary.model.Checks;
import dev.granary.model.Column;
import dev.granary.model.Columns;
import dev.granary.model.ObjectKind;
import dev.granary.model.SchemaOptions;
import dev.granary.registry.NameFilter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Harvests of one database, whose source is written down, and what the store then says of its holds. */
abstract class HarvestsWithHolds {

    static final LocalDateTime CREATED = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 670_000_000);
    static final AtomicInteger DATABASES = new AtomicInteger();

    final TestStore store = TestStore.shared();
    final int database = store.database("srv", "holds_" + DATABASES.incrementAndGet());
    SectionReading checks = section(SectionStatus.COMPLETE, null);
    boolean viewDefinition = true;
    boolean partial;
    NameFilter schemas = NameFilter.ALL;

    void leave(Lease run, String state) {
        store.update(
                "UPDATE granary.work SET state = '" + state + "' WHERE run_id = " + run.runId()
                        + " AND database_id = ?",
                database);
    }

    void release(Lease run) {
        store.update(
                "UPDATE granary.hold SET release_run_id = " + run.runId() + " WHERE database_id = ? AND state = 'open'",
                database);
        store.update(
                "UPDATE granary.hold_item SET released = true WHERE hold_id IN (SELECT id FROM granary.hold WHERE database_id = ?"
                        + " AND state = 'open')",
                database);
    }

    List<String> events(int sequence) {
        return store.list(
                "SELECT event || ' ' || cause FROM granary.change WHERE database_id = ? AND sequence = " + sequence,
                database);
    }

    String outcome(int sequence) {
        return store.list(
                        "SELECT concat_ws(' ', outcome, code) FROM granary.work WHERE database_id = ? AND sequence = "
                                + sequence + " ORDER BY run_id DESC",
                        database)
                .getFirst();
    }

    List<String> holds() {
        return store.list("SELECT state FROM granary.hold WHERE database_id = ? ORDER BY id", database);
    }

    List<String> items() {
        return store.list(
                "SELECT n.name FROM granary.hold h JOIN granary.hold_item i ON i.hold_id = h.id JOIN granary.name n ON n.id = i.name_id"
                        + " WHERE h.database_id = ? AND h.state = 'open' ORDER BY i.object_id",
                database);
    }

    long unconfirmed() {
        return store.count(
                "SELECT count(*) FROM granary.unconfirmed JOIN granary.object o ON o.id = object_id WHERE o.database_id = ?",
                database);
    }

    static Consumer<ContentSink> tables(int from, int to) {
        return sink -> {
            schema(sink);
            for (int i = from; i <= to; i++) {
                table(i, "t" + i, "a", "b").accept(sink);
            }
        };
    }

    static Consumer<ContentSink> other(int tables) {
        return sink -> {
            var schema = new Owner(Owner.Space.SCHEMA, 5);
            sink.object(new SourceObject(schema, ObjectKind.SCHEMA, null, "other", null, null));
            sink.part(schema, new SchemaOptions("dbo"), Map.of());
            for (int i = 1; i <= tables; i++) {
                var table = new SourceObject(owner(1000 + i), ObjectKind.TABLE, "other", "o" + i, CREATED, CREATED);
                sink.object(table);
                sink.part(table.owner(), columns("a"), Map.of());
            }
        };
    }

    static Consumer<ContentSink> plain() {
        return tables(1, 2);
    }

    static Consumer<ContentSink> checked() {
        return plain().andThen(sink -> sink.part(
                owner(1),
                new Checks(List.of(new Check(null, "a", "([a]>(0))", false, false, false))),
                Map.of("checks/0", "CK__1")));
    }

    static void schema(ContentSink sink) {
        var dbo = new Owner(Owner.Space.SCHEMA, 1);
        sink.object(new SourceObject(dbo, ObjectKind.SCHEMA, null, "dbo", null, null));
        sink.part(dbo, new SchemaOptions("dbo"), Map.of());
    }

    static Consumer<ContentSink> table(int id, String name, String... columns) {
        return sink -> {
            sink.object(new SourceObject(owner(id), ObjectKind.TABLE, "dbo", name, CREATED, CREATED));
            sink.part(owner(id), columns(columns), Map.of());
        };
    }

    static Owner owner(int id) {
        return new Owner(Owner.Space.OBJECT, id);
    }

    static Columns columns(String... names) {
        return new Columns(List.of(names).stream()
                .map(name -> new Column(
                        name, "int", false, null, null, null, false, null, null, null, false, false, false, null,
                        false))
                .toList());
    }

    static SectionReading section(SectionStatus status, @Nullable String code) {
        return new SectionReading("checks", status, Set.of(Aspect.CHECKS), 0, code, null);
    }

    void harvest(Consumer<ContentSink> source) throws HarvestFailure {
        harvest(store.lease(database), source);
    }

    void harvest(Lease lease, Consumer<ContentSink> source) throws HarvestFailure {
        var section = checks;
        new StoredHarvest(
                        store.dataSource(),
                        (given, sink) -> {
                            var from = Instant.now();
                            source.accept(sink);
                            return new DatabaseReading(
                                            from, Instant.now(), List.of(section), viewDefinition, 0, schemas)
                                    .with(
                                            partial
                                                    ? new Evidence(true, new byte[0], Map.of(), Set.of())
                                                    : Evidence.NONE);
                        },
                        new Warmer(TestStore.noRedis()))
                .harvest(lease);
    }
}

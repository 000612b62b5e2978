package dev.granary.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.content.CanonicalJson;
import dev.granary.content.ContentHash;
import dev.granary.harvester.TestStore;
import dev.granary.harvester.assemble.ContentSink;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Owner;
import dev.granary.harvester.assemble.SectionReading;
import dev.granary.harvester.assemble.SectionStatus;
import dev.granary.harvester.assemble.SourceObject;
import dev.granary.harvester.warm.Warmer;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.model.AliasType;
import dev.granary.model.Aspect;
import dev.granary.model.Check;
import dev.granary.model.Checks;
import dev.granary.model.Column;
import dev.granary.model.Columns;
import dev.granary.model.ObjectKind;
import dev.granary.model.SchemaOptions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishingTest {

    private static final LocalDateTime CREATED = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 670_000_000);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final TestStore store = TestStore.shared();
    private final int database = store.database("srv", "publishing_" + DATABASES.incrementAndGet());

    @Test
    void publishesAFirstSnapshotWithItsTreeAndOneChange() throws HarvestFailure {
        harvest(source(3));

        assertThat(store.row(
                        "SELECT sequence, objects, columns, mode FROM granary.snapshot WHERE database_id = ?",
                        database))
                .isEqualTo(Map.of("sequence", 1, "objects", 3, "columns", 6, "mode", "full"));
        assertThat(store.count("SELECT count(*) FROM granary.placement_current WHERE database_id = ?", database))
                .isEqualTo(4);
        assertThat(store.list("SELECT event FROM granary.change WHERE database_id = ?", database))
                .containsExactly("database-added");
        assertThat(store.list("SELECT outcome FROM granary.work WHERE database_id = ?", database))
                .containsExactly("published");
    }

    @Test
    void writesOneRowForAnUnchangedDatabase() throws HarvestFailure {
        harvest(source(3));
        long mark = store.mark();
        harvest(source(3));

        var written = store.rowsWrittenSince(mark);
        written.keySet().removeAll(Set.of("run", "work"));
        assertThat(written).isEqualTo(Map.of("snapshot", 1L));
        assertThat(store.list(
                        "SELECT DISTINCT encode(tree_hash, 'hex') FROM granary.snapshot WHERE database_id = ?",
                        database))
                .hasSize(1);
        assertThat(store.list("SELECT outcome FROM granary.work WHERE database_id = ? ORDER BY run_id", database))
                .containsExactly("published", "unchanged");
    }

    @Test
    void hashesDefinitionsAsTheirCanonicalBytesSay() throws HarvestFailure {
        harvest(source(1));

        var json = new CanonicalJson();
        var columns = json.write(columns("a", "b")).hash().hex();
        var parts = new LinkedHashMap<String, @Nullable Object>();
        parts.put("columns", columns);
        var expected = json.write(Map.of("kind", "table", "parts", parts)).hash();
        assertThat(store.list(
                        "SELECT encode(d.hash, 'hex') FROM granary.placement_current c JOIN granary.definition d ON d.id ="
                                + " c.definition_id WHERE c.database_id = ? AND c.kind = 1",
                        database))
                .containsExactly(expected.hex());
    }

    @Test
    void treatsARenameARebuildAndAnAlterationEachAsOneEventOfTheSameObject() throws HarvestFailure {
        harvest(source(4));
        var objects = objectIds();
        harvest(sink -> {
            schema(sink);
            table(sink, 1, "renamed", CREATED, columns("a", "b"));
            table(sink, 77, "t2", CREATED.plusDays(1), columns("a", "b"));
            table(sink, 3, "t3", CREATED, columns("a", "b", "c"));
            table(sink, 4, "t4", CREATED, columns("a", "b"));
        });

        var after = objectIds();
        assertThat(after.get("renamed")).isEqualTo(objects.get("t1"));
        assertThat(after.get("t2")).isEqualTo(objects.get("t2"));
        assertThat(store.list(
                        "SELECT event || ' ' || (detail ->> 'aspects') FROM granary.change WHERE database_id = ? AND sequence = 2"
                                + " ORDER BY object_id",
                        database))
                .containsExactly("renamed []", "re-created []", "altered [\"columns\"]");
        assertThat(store.count(
                        "SELECT count(*) FROM granary.placement_closed WHERE database_id = ? AND to_sequence = 2",
                        database))
                .isEqualTo(2);
    }

    @Test
    void takesANameThatOnlyChangedItsCaseForTheSameObjectWhereTheCollationDoes() throws HarvestFailure {
        harvest(sink -> {
            schema(sink);
            table(sink, 1, "orders", null, columns("a"));
        });
        var orders = objectIds().get("orders");
        harvest(sink -> {
            schema(sink);
            table(sink, 1, "Orders", null, columns("a"));
        });
        assertThat(objectIds()).containsEntry("Orders", orders);
    }

    @Test
    void keepsATypeThatWasMadeAnewUnderANameOfAnotherCase() throws HarvestFailure {
        harvest(withType(300, "money_t", 1));
        var type = objectIds().get("money_t");
        harvest(withType(301, "Money_T", 2));
        assertThat(objectIds()).containsEntry("Money_T", type);
    }

    @Test
    void addsAndRemoves() throws HarvestFailure {
        harvest(source(20));
        harvest(sink -> {
            source(19).accept(sink);
            table(sink, 50, "fresh", CREATED, columns("x"));
        });
        assertThat(store.list(
                        "SELECT event FROM granary.change WHERE database_id = ? AND sequence = 2 ORDER BY event",
                        database))
                .containsExactly("added", "removed");
    }

    @Test
    void marksThePartsOfASectionThatWasNeverReadableAsUnknown() throws HarvestFailure {
        harvest(source(2), section("checks", SectionStatus.DENIED, Aspect.CHECKS));
        assertThat(store.list(
                        "SELECT DISTINCT a.name FROM granary.placement_current c JOIN granary.definition_part p ON p.definition_id ="
                                + " c.definition_id JOIN granary.aspect a ON a.code = p.aspect"
                                + " WHERE c.database_id = ? AND p.part_id IS NULL",
                        database))
                .containsExactly("checks");
    }

    @Test
    void keepsNamesTheSystemMadeOnThePlacementOnly() throws HarvestFailure {
        harvest(checked("CK__t__1"));
        harvest(checked("CK__t__2"));
        assertThat(store.list(
                        "SELECT system_names FROM granary.placement_current WHERE database_id = ? AND kind = 1",
                        database))
                .containsExactly("{ \"checks/0\" : \"CK__t__2\" }");
        assertThat(store.list("SELECT outcome FROM granary.work WHERE database_id = ? ORDER BY run_id", database))
                .containsExactly("published", "unchanged");
    }

    @Test
    void buildsEqualTreesFromEqualContentWhateverTheIdsAndTheDatabase() throws HarvestFailure {
        harvest(source(250));
        int other = store.database("srv", "publishing_" + DATABASES.incrementAndGet());
        harvest(other, sink -> {
            schema(sink);
            IntStream.iterate(250, i -> i > 0, i -> i - 1)
                    .forEach(i -> table(sink, 1000 + i, "t" + i, CREATED.plusHours(i), columns("a", "b")));
        });
        assertThat(store.list(
                        "SELECT DISTINCT encode(tree_hash, 'hex') || encode(structure_hash, 'hex') FROM granary.snapshot WHERE"
                                + " database_id IN (" + database + ", ?)",
                        other))
                .hasSize(1);
    }

    @Test
    void storesTreeNodesUnderTheHashOfTheirBytes() throws HarvestFailure {
        harvest(source(250));
        for (var node : store.list("SELECT encode(hash, 'hex') || body FROM granary.tree_node WHERE ? > 0", database)) {
            var hash = ContentHash.ofHex(node.substring(0, 64));
            var bytes = node.substring(64).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(TestStore.sha256(bytes)).isEqualTo(hash);
        }
    }

    @Test
    void publishesNothingWhenTheLeaseWasLostMeanwhile() {
        var lease = store.lease(database);
        store.update("UPDATE granary.work SET fence = fence + 1 WHERE database_id = ?", database);
        assertThatThrownBy(() -> harvester(source(2), complete()).harvest(lease))
                .isInstanceOf(HarvestFailure.class)
                .extracting(e -> ((HarvestFailure) e).code())
                .isEqualTo("lost-lease");
        assertThat(store.count("SELECT count(*) FROM granary.snapshot WHERE database_id = ?", database))
                .isZero();
    }

    @Test
    void publishesNothingWhenAnotherHasTheLeaseUnderTheSameFence() {
        var lease = store.lease(database);
        store.update("UPDATE granary.work SET owner = 'another' WHERE database_id = ?", database);
        assertThatThrownBy(() -> harvester(source(2), complete()).harvest(lease))
                .isInstanceOf(HarvestFailure.class)
                .extracting(e -> ((HarvestFailure) e).code())
                .isEqualTo("lost-lease");
        assertThat(store.count("SELECT count(*) FROM granary.snapshot WHERE database_id = ?", database))
                .isZero();
    }

    @Test
    void storesNamesAndTextsThatPostgresqlCannotHold() throws HarvestFailure {
        harvest(sink -> {
            schema(sink);
            table(sink, 1, "a\u0000b\ud800", CREATED, columns("c\u0000"));
        });
        assertThat(store.list(
                        "SELECT n.name FROM granary.placement_current c JOIN granary.name n ON n.id = c.name_id"
                                + " WHERE c.database_id = ? AND c.kind = 1",
                        database))
                .containsExactly("a\ufdd00000b\ufdd0d800");
    }

    private static Consumer<ContentSink> checked(String systemName) {
        return sink -> {
            schema(sink);
            table(sink, 1, "t", CREATED, columns("a"));
            sink.part(
                    owner(1),
                    new Checks(List.of(new Check(null, "a", "([a]>(0))", false, false, false))),
                    Map.of("checks/0", systemName));
        };
    }

    private Map<String, Integer> objectIds() {
        var ids = new HashMap<String, Integer>();
        store.list(
                        "SELECT c.object_id || ' ' || n.name FROM granary.placement_current c JOIN granary.name n ON n.id = c.name_id"
                                + " WHERE c.database_id = ?",
                        database)
                .forEach(row -> ids.put(row.split(" ", 2)[1], Integer.valueOf(row.split(" ", 2)[0])));
        return ids;
    }

    private static Consumer<ContentSink> source(int tables) {
        return sink -> {
            schema(sink);
            for (int i = 1; i <= tables; i++) {
                table(sink, i, "t" + i, CREATED, columns("a", "b"));
            }
        };
    }

    private static Consumer<ContentSink> withType(int id, String name, int tables) {
        return sink -> {
            source(tables).accept(sink);
            var type = new Owner(Owner.Space.TYPE, id);
            sink.object(new SourceObject(type, ObjectKind.ALIAS_TYPE, "dbo", name, null, null));
            sink.part(type, new AliasType("int", true), Map.of());
        };
    }

    private static void schema(ContentSink sink) {
        var dbo = new Owner(Owner.Space.SCHEMA, 1);
        sink.object(new SourceObject(dbo, ObjectKind.SCHEMA, null, "dbo", null, null));
        sink.part(dbo, new SchemaOptions("dbo"), Map.of());
    }

    private static void table(ContentSink sink, int id, String name, @Nullable LocalDateTime created, Columns columns) {
        sink.object(new SourceObject(owner(id), ObjectKind.TABLE, "dbo", name, created, created));
        sink.part(owner(id), columns, Map.of());
    }

    private static Owner owner(int id) {
        return new Owner(Owner.Space.OBJECT, id);
    }

    private static Columns columns(String... names) {
        var columns = new ArrayList<Column>();
        for (var name : names) {
            columns.add(new Column(
                    name, "int", false, null, null, null, false, null, null, null, false, false, false, null, false));
        }
        return new Columns(columns);
    }

    private static SectionReading section(String name, SectionStatus status, Aspect... aspects) {
        return new SectionReading(
                name, status, Set.of(aspects), 0, status == SectionStatus.DENIED ? "229" : null, null);
    }

    private static SectionReading complete() {
        return section("checks", SectionStatus.COMPLETE, Aspect.CHECKS);
    }

    private void harvest(Consumer<ContentSink> source) throws HarvestFailure {
        harvest(database, source);
    }

    private void harvest(int database, Consumer<ContentSink> source) throws HarvestFailure {
        harvester(source, complete()).harvest(store.lease(database));
    }

    private void harvest(Consumer<ContentSink> source, SectionReading section) throws HarvestFailure {
        harvester(source, section).harvest(store.lease(database));
    }

    private StoredHarvest harvester(Consumer<ContentSink> source, SectionReading section) {
        return new StoredHarvest(
                store.dataSource(),
                (lease, sink) -> {
                    var from = Instant.now();
                    source.accept(sink);
                    return new DatabaseReading(from, Instant.now(), List.of(section), true, 0);
                },
                new Warmer(TestStore.noRedis()));
    }
}

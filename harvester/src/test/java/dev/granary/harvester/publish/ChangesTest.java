package dev.granary.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.TestStore;
import dev.granary.harvester.assemble.ContentSink;
import dev.granary.harvester.assemble.DatabaseReading;
import dev.granary.harvester.assemble.Owner;
import dev.granary.harvester.assemble.SectionReading;
import dev.granary.harvester.assemble.SectionStatus;
import dev.granary.harvester.assemble.SourceObject;
import dev.granary.harvester.warm.Warmer;
import dev.granary.harvester.work.HarvestFailure;
import dev.granary.model.Aspect;
import dev.granary.model.Column;
import dev.granary.model.ColumnEncryption;
import dev.granary.model.Columns;
import dev.granary.model.ForeignKey;
import dev.granary.model.ForeignKeys;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import dev.granary.model.Statistic;
import dev.granary.model.Statistics;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final LocalDateTime CREATED = LocalDateTime.of(2026, 1, 2, 3, 4, 5);
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String EVENTS =
            "SELECT concat_ws(' ', event, breaking, cause, detail -> 'aspects', (SELECT string_agg(concat_ws(' ',"
                    + " c ->> 'type', c ->> 'on', c ->> 'old', c ->> 'new', c ->> 'breaking', c ->> 'cause'), '; ')"
                    + " FROM jsonb_array_elements(detail -> 'changes') c)) FROM granary.change WHERE database_id = ? AND sequence > 1"
                    + " ORDER BY xid, ordinal";
    private static final String NAMES =
            "SELECT concat_ws(' ', event, detail ->> 'schema', detail ->> 'name', detail ->> 'oldSchema',"
                    + " detail ->> 'oldName') FROM granary.change WHERE database_id = ? AND sequence > 1";
    private static final String CAUSES =
            "SELECT n.name || ' ' || coalesce(c.cause, 0) || ' ' || c.from_sequence FROM granary.placement_current c JOIN granary.name n"
                    + " ON n.id = c.name_id WHERE c.database_id = ? ORDER BY c.object_id";

    private final TestStore store = TestStore.shared();
    private final int database = store.database("srv", "changes_" + DATABASES.incrementAndGet());

    @Test
    void tellsTheTypesOfWhatChangedWithOldAndNew() throws HarvestFailure {
        harvest(sink -> table(sink, 1, "t", CREATED, columns("a int", "b int")));
        harvest(sink -> table(sink, 1, "t", CREATED, columns("a bigint")));

        assertThat(store.list(EVENTS, database))
                .containsExactly(
                        "altered t source [\"columns\"] column-dropped b int true; type-widened a int bigint false");
    }

    @Test
    void tellsWhatARebuildChanged() throws HarvestFailure {
        harvest(sink -> table(sink, 1, "t", CREATED, columns("a int")));
        harvest(sink -> table(sink, 2, "t", CREATED.plusDays(1), columns("a int", "b int")));

        assertThat(store.list(EVENTS, database))
                .containsExactly("re-created t source [\"columns\"] column-added-required b int true");
    }

    @Test
    void writesTheNamesOfAnObjectIntoItsEvents() throws HarvestFailure {
        harvest(sink -> {
            table(sink, 1, "old", CREATED, columns("a int"));
            table(sink, 2, "gone", CREATED, columns("a int"));
            tables(sink, 100, 20, columns("a int"));
        });
        harvest(sink -> {
            table(sink, 1, "new", CREATED, columns("a int"));
            table(sink, 3, "come", CREATED, columns("a int"));
            tables(sink, 100, 20, columns("a int"));
        });

        assertThat(store.list(NAMES, database))
                .containsExactlyInAnyOrder("renamed dbo new dbo old", "removed dbo gone dbo gone", "added dbo come");
    }

    @Test
    void marksAForeignKeyThatFollowsARenamedTableAsAConsequence() throws HarvestFailure {
        harvest(sink -> {
            table(sink, 1, "old", CREATED, columns("a int"));
            table(sink, 2, "child", CREATED, columns("a int"), references("old"));
        });
        harvest(sink -> {
            table(sink, 1, "new", CREATED, columns("a int"));
            table(sink, 2, "child", CREATED, columns("a int"), references("new"));
        });

        assertThat(store.list(EVENTS, database))
                .containsExactly(
                        "renamed t source []",
                        "altered f rename [\"foreignKeys\"] reference-renamed dbo.new dbo.old dbo.new false rename");
    }

    @Test
    void tellsARenamedColumnAndMarksTheForeignKeyOfAnotherTableThatFollowsIt() throws HarvestFailure {
        harvest(sink -> {
            table(sink, 1, "child", CREATED, columns("a int"), references("parent"));
            table(sink, 2, "parent", CREATED, columns("a int", "b int"));
        });
        harvest(sink -> {
            table(sink, 1, "child", CREATED, columns("a int"), references("parent", "key"));
            table(sink, 2, "parent", CREATED, columns("key int", "b int"));
        });

        assertThat(store.list(EVENTS, database))
                .containsExactly(
                        "altered f rename [\"foreignKeys\"] reference-renamed dbo.parent.key dbo.parent.a dbo.parent.key false rename",
                        "altered t source [\"columns\"] column-renamed a a key true");
    }

    @Test
    void renewsAPlacementWithoutAnEventWhereOnlyTheHarvesterTellsMore() throws HarvestFailure {
        harvest(sink -> {
            table(sink, 1, "same", CREATED, columns("a int"));
            table(sink, 2, "told", CREATED, columns("a int"));
            table(sink, 3, "changed", CREATED, columns("a int"));
        });
        store.update("UPDATE granary.snapshot SET format_id = 1 WHERE database_id = ?", database);
        harvest(sink -> {
            table(sink, 1, "same", CREATED, columns("a int"));
            table(sink, 2, "told", CREATED, encrypted("int"), statistics());
            table(sink, 3, "changed", CREATED, encrypted("bigint"), statistics());
            sink.object(new SourceObject(owner(4), ObjectKind.SECURITY_POLICY, "dbo", "unheard of", CREATED, CREATED));
        });

        assertThat(store.list(EVENTS, database))
                .containsExactly("altered f source [\"columns\"] type-widened a int bigint false");
        assertThat(store.list(CAUSES, database))
                .containsExactly("same 0 1", "told 1 2", "changed 0 2", "unheard of 1 2");
    }

    @Test
    void takesTheSameForAChangeOnceTheLastSnapshotCouldTellIt() throws HarvestFailure {
        harvest(sink -> table(sink, 1, "t", CREATED, columns("a int")));
        harvest(sink -> table(sink, 1, "t", CREATED, encrypted("int"), statistics()));

        assertThat(store.list(EVENTS, database))
                .singleElement()
                .asString()
                .startsWith("altered t source [\"columns\", \"statistics\"]")
                .contains("encryption-changed a", "entry-added s");
    }

    @Test
    void renewsAPlacementWithoutAnEventWhereOnlyTheLoginSeesMore() throws HarvestFailure {
        harvest(sink -> {
            table(sink, 1, "t", CREATED, columns("a int"));
            sink.unknown(owner(1), Aspect.FOREIGN_KEYS);
        });
        harvest(sink -> table(sink, 1, "t", CREATED, columns("a int"), references("t")));

        assertThat(store.list(EVENTS, database)).isEmpty();
        assertThat(store.list(CAUSES, database)).containsExactly("t 2 2");
    }

    @Test
    void gradesMoreObjectsThanABatchHolds() throws HarvestFailure {
        harvest(sink -> tables(sink, 450, columns("a int")));
        harvest(sink -> tables(sink, 450, columns("a smallint")));

        assertThat(store.count(
                        "SELECT count(*) FROM granary.change WHERE database_id = ? AND breaking"
                                + " AND detail #>> '{changes,0,type}' = 'type-narrowed'",
                        database))
                .isEqualTo(450);
    }

    private static void tables(ContentSink sink, int count, PartContent content) {
        tables(sink, 1, count, content);
    }

    private static void tables(ContentSink sink, int first, int count, PartContent content) {
        for (int i = first; i < first + count; i++) {
            table(sink, i, "t" + i, CREATED, content);
        }
    }

    private static void table(ContentSink sink, int id, String name, LocalDateTime created, PartContent... parts) {
        sink.object(new SourceObject(owner(id), ObjectKind.TABLE, "dbo", name, created, created));
        for (var part : parts) {
            sink.part(owner(id), part, Map.of());
        }
    }

    private static Owner owner(int id) {
        return new Owner(Owner.Space.OBJECT, id);
    }

    private static Columns columns(String... columns) {
        return new Columns(Arrays.stream(columns)
                .map(column -> column(column.split(" ")[0], column.split(" ")[1], null))
                .toList());
    }

    private static Columns encrypted(String type) {
        return new Columns(List.of(column("a", type, new ColumnEncryption("deterministic", "aes", "key"))));
    }

    private static Column column(String name, String type, @Nullable ColumnEncryption encryption) {
        return new Column(
                name,
                type,
                false,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                false,
                encryption,
                null,
                false,
                null,
                false);
    }

    private static Statistics statistics() {
        return new Statistics(List.of(new Statistic("s", List.of("a"), null, false, false)));
    }

    private static ForeignKeys references(String table) {
        return references(table, "a");
    }

    private static ForeignKeys references(String table, String column) {
        return new ForeignKeys(List.of(
                new ForeignKey("fk", List.of("a"), "dbo", table, List.of(column), null, null, false, false, false)));
    }

    private void harvest(Consumer<ContentSink> source) throws HarvestFailure {
        new StoredHarvest(
                        store.dataSource(),
                        (lease, sink) -> {
                            var from = Instant.now();
                            source.accept(sink);
                            var section = new SectionReading(
                                    "checks", SectionStatus.COMPLETE, Set.of(Aspect.CHECKS), 0, null, null);
                            return new DatabaseReading(from, Instant.now(), List.of(section), true, 0);
                        },
                        new Warmer(TestStore.noRedis()))
                .harvest(store.lease(database));
    }
}

package dev.granary.query.lookup;

import dev.granary.model.Aspect;
import dev.granary.model.Check;
import dev.granary.model.Checks;
import dev.granary.model.Column;
import dev.granary.model.Columns;
import dev.granary.model.Description;
import dev.granary.model.Descriptions;
import dev.granary.model.ForeignKey;
import dev.granary.model.ForeignKeys;
import dev.granary.model.Identity;
import dev.granary.model.Index;
import dev.granary.model.IndexColumn;
import dev.granary.model.Indexes;
import dev.granary.model.Key;
import dev.granary.model.Keys;
import dev.granary.model.ModuleText;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartContent;
import dev.granary.model.PartitionFunction;
import dev.granary.model.SchemaOptions;
import dev.granary.model.TriggerOptions;
import dev.granary.query.TestCatalogue;
import dev.granary.query.TestService;
import dev.granary.query.TestStore;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A small database in a store, and a service that answers about it. */
final class ErpDatabase implements AutoCloseable {

    static final String PATH = "/api/v1/servers/erp-prod/databases/ERP";
    static final String LONE = "lone\ud800\u0000";

    final TestService service;
    final int erp;
    /** A database that was never read. */
    final int empty;
    /** The table that others refer to. */
    final int customer;

    private final TestStore store;
    private final Connection connection;

    ErpDatabase() throws Exception {
        store = TestStore.start();
        connection = store.superuser();
        var catalogue = new TestCatalogue(connection);
        int server = catalogue.server("erp-prod");
        erp = catalogue.database(server, "ERP", "Latin1_General_100_CI_AS");
        empty = catalogue.database(server, "a/b c", "Latin1_General_100_CI_AS");
        catalogue
                .sql()
                .sql("UPDATE granary.database SET stale_reason = 'offline', stale_since = now() WHERE id = ?")
                .param(empty)
                .update();
        customer = catalogue.place(
                erp, ObjectKind.TABLE, "sales", "Customer", customer(), Map.of("keys/0", "PK__Customer__1"));
        catalogue.place(
                erp,
                ObjectKind.TABLE,
                "sales",
                "Order",
                order(),
                Map.of("foreignKeys/0", "FK__Order__1", "checks/0", "CK__Order__1"));
        catalogue.place(
                erp,
                ObjectKind.TRIGGER,
                "sales",
                "tr_customer",
                Map.of(
                        Aspect.TRIGGER, new TriggerOptions("sales", "Customer", List.of("insert"), false, false, false),
                        Aspect.TEXT,
                                new ModuleText("CREATE TRIGGER ...", false, false, false, false, false, null, false)),
                null);
        var denied = new HashMap<Aspect, @Nullable PartContent>();
        denied.put(Aspect.TEXT, null);
        catalogue.place(erp, ObjectKind.PROCEDURE, "dbo", "hidden", denied, null);
        catalogue.place(erp, ObjectKind.PROCEDURE, "dbo", "Same", Map.of(), null);
        catalogue.place(erp, ObjectKind.ALIAS_TYPE, "dbo", "Same", Map.of(), null);
        catalogue.place(erp, ObjectKind.VIEW, "dbo", "Größe_%[x]", Map.of(), null);
        catalogue.place(
                erp,
                ObjectKind.TABLE,
                "dbo",
                LONE,
                Map.of(
                        Aspect.DESCRIPTIONS,
                        new Descriptions(List.of(new Description(null, null, "MS_Description", "x\udc00 😀")))),
                null);
        catalogue.place(erp, ObjectKind.SCHEMA, null, "sales", Map.of(Aspect.SCHEMA, new SchemaOptions("dbo")), null);
        catalogue.place(erp, ObjectKind.SCHEMA, null, "hr", Map.of(), null);
        catalogue.place(
                erp,
                ObjectKind.PARTITION_FUNCTION,
                null,
                "by_day",
                Map.of(Aspect.PARTITION_FUNCTION, new PartitionFunction("date", true, List.of("2024-01-01"))),
                null);
        catalogue.place(
                erp,
                ObjectKind.DATABASE_TRIGGER,
                null,
                "guard",
                Map.of(Aspect.TRIGGER, new TriggerOptions(null, null, List.of("drop_table"), false, false, false)),
                null);
        catalogue.snapshot(erp, 1);
        service = new TestService(store);
    }

    @Override
    public void close() throws Exception {
        service.close();
        connection.close();
        store.close();
    }

    static List<String> names(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private static Map<Aspect, PartContent> customer() {
        return Map.of(
                Aspect.COLUMNS,
                new Columns(List.of(column("id", null, new Identity("1", "10", false)), column("region", null, null))),
                Aspect.KEYS,
                new Keys(List.of(new Key(
                        null,
                        "primary_key",
                        "clustered",
                        List.of(new IndexColumn("id", false), new IndexColumn("region", true)),
                        false,
                        false))),
                Aspect.DESCRIPTIONS,
                new Descriptions(List.of(
                        new Description(null, null, "MS_Description", "Who buys"),
                        new Description("column", "id", "MS_Description", "The number"))));
    }

    private static Map<Aspect, PartContent> order() {
        return Map.of(
                Aspect.COLUMNS,
                new Columns(List.of(
                        column("id", null, null),
                        new Column(
                                "customer",
                                "int",
                                true,
                                "((0))",
                                "df",
                                null,
                                false,
                                null,
                                null,
                                null,
                                false,
                                false,
                                false,
                                null,
                                false))),
                Aspect.INDEXES,
                new Indexes(List.of(new Index(
                        "ix",
                        "nonclustered",
                        true,
                        List.of(new IndexColumn("customer", true)),
                        List.of("id"),
                        "([id]>(1))",
                        false,
                        false))),
                Aspect.FOREIGN_KEYS,
                new ForeignKeys(List.of(new ForeignKey(
                        null,
                        List.of("customer"),
                        "sales",
                        "Customer",
                        List.of("id"),
                        "cascade",
                        null,
                        false,
                        false,
                        false))),
                Aspect.CHECKS,
                new Checks(List.of(new Check(null, "id", "([id]>(0))", false, true, false))));
    }

    private static Column column(String name, @Nullable String computed, @Nullable Identity identity) {
        return new Column(
                name, "int", false, null, null, computed, false, identity, null, null, false, false, false, null,
                false);
    }
}

package dev.granary.emulator.generator;

import dev.granary.emulator.model.Catalog;
import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.DbObject;
import dev.granary.emulator.model.DefaultConstraint;
import dev.granary.emulator.model.Enforcement;
import dev.granary.emulator.model.ExtendedProperty;
import dev.granary.emulator.model.ForeignKey;
import dev.granary.emulator.model.Index;
import dev.granary.emulator.model.KeyConstraint;
import dev.granary.emulator.model.Module;
import dev.granary.emulator.model.NewCatalog;
import dev.granary.emulator.model.ObjectType;
import dev.granary.emulator.model.Routine;
import dev.granary.emulator.model.Schema;
import dev.granary.emulator.model.Server;
import dev.granary.emulator.model.Table;
import dev.granary.emulator.model.TypeUse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes the databases of a {@link Generation}: tables with a key, an index, defaults, foreign keys and descriptions, and a procedure for every tenth. */
public final class Generator {

    private static final LocalDateTime BIRTH = LocalDateTime.of(2024, 1, 1, 8, 0);
    private static final int SCHEMAS = 5;

    private final Server server;
    private final Generation spec;
    private final Map<Integer, List<Column>> template = new ConcurrentHashMap<>();

    public Generator(Server server, Generation spec) {
        this.server = server;
        this.spec = spec;
    }

    public void run() {
        server.lock().lock();
        try {
            for (int i = 1; i <= spec.databases(); i++) {
                int number = i;
                var collation = server.profile().collation();
                server.createDatabase(
                        "%s%04d".formatted(spec.prefix(), i),
                        collation,
                        "sa",
                        () -> new Filling(spec.alike() ? 1 : number, collation).fill());
            }
        } finally {
            server.lock().unlock();
        }
    }

    /** The making of one database. */
    private final class Filling {
        private final Catalog catalog;
        private final Random random;
        private final List<Schema> schemas = new ArrayList<>();
        private final GeneratedTypes types;
        private final String[] columnNames;
        private @Nullable Table previous;

        Filling(int number, String collation) {
            catalog = NewCatalog.of(collation, "sa");
            random = new Random(spec.seed() * 31 + number);
            types = new GeneratedTypes(collation);
            columnNames = new String[spec.columns()];
            for (int i = 0; i < columnNames.length; i++) {
                columnNames[i] = GeneratedTypes.WORDS.get(i % GeneratedTypes.WORDS.size())
                        + (i < GeneratedTypes.WORDS.size() ? "" : String.valueOf(i / GeneratedTypes.WORDS.size()));
            }
        }

        Catalog fill() {
            for (int i = 1; i <= SCHEMAS; i++) {
                var schema = new Schema(catalog.nextSchemaId(), "area" + i, 1);
                catalog.put(schema);
                schemas.add(schema);
            }
            for (int i = 1; i <= spec.tables(); i++) {
                table(i);
                if (i % 10 == 0) {
                    procedure(i);
                }
            }
            return catalog;
        }

        private DbObject.Birth birth(Schema schema, String name) {
            return new DbObject.Birth(catalog.nextObjectId(), schema, name, BIRTH);
        }

        private void table(int number) {
            var schema = schemas.get(random.nextInt(SCHEMAS));
            var columns = new ArrayList<Column>();
            columns.add(new Column(1, "id", types.key(), false, GeneratedTypes.IDENTITY));
            for (int i = 1; i < spec.columns(); i++) {
                TypeUse type = types.pick(random);
                columns.add(new Column(i + 1, columnNames[i], type, random.nextInt(3) > 0, Column.Traits.NONE));
            }
            var table = new Table(birth(schema, "table_%06d".formatted(number)), shared(number, columns));
            // Of a size that looks like something, and the same each time.
            table.rows((spec.seed() * 31 + number) * 7_919 % 100_003);
            catalog.add(table);
            key(table);
            if (spec.columns() > 2) {
                table.addIndex(new Index(
                        2,
                        "ix_" + columnNames[1],
                        Index.Kind.NONCLUSTERED,
                        false,
                        Index.Role.PLAIN,
                        List.of(new Index.Part(2, false, false), new Index.Part(3, true, false)),
                        Index.Options.NONE));
                byDefault(table, 2 + random.nextInt(spec.columns() - 1));
            }
            var target = previous;
            if (target != null && random.nextInt(3) == 0) {
                foreignKey(table, target);
            }
            previous = table;
            catalog.put(new ExtendedProperty(
                    1,
                    table.id(),
                    0,
                    "MS_Description",
                    "Generated table %d of seed %d".formatted(number, spec.seed())));
        }

        /** Columns never change in place, so databases that are alike may have the same ones. */
        private List<Column> shared(int number, List<Column> columns) {
            return spec.alike() ? template.computeIfAbsent(number, n -> List.copyOf(columns)) : columns;
        }

        private void key(Table table) {
            var birth = birth(table.schema(), "PK_" + table.name());
            table.addIndex(new Index(
                    1,
                    birth.name(),
                    Index.Kind.CLUSTERED,
                    true,
                    Index.Role.PRIMARY_KEY,
                    List.of(new Index.Part(1, false, false)),
                    Index.Options.NONE));
            var constraint = new KeyConstraint(birth, true, table, false, 1);
            table.addConstraint(constraint);
            catalog.add(constraint);
        }

        private void byDefault(Table table, int columnId) {
            int id = catalog.nextObjectId();
            var birth = new DbObject.Birth(
                    id,
                    table.schema(),
                    "DF__%s__c%d__%08X".formatted(table.name().substring(0, 9), columnId, id),
                    BIRTH);
            var constraint = new DefaultConstraint(birth, table, true, columnId, "((0))");
            table.addConstraint(constraint);
            catalog.add(constraint);
        }

        private void foreignKey(Table table, Table target) {
            var constraint = new ForeignKey(
                    birth(table.schema(), "FK_" + table.name()),
                    table,
                    false,
                    target,
                    1,
                    List.of(new ForeignKey.Pair(spec.columns(), 1)),
                    0,
                    0,
                    Enforcement.FULL);
            table.addConstraint(constraint);
            catalog.add(constraint);
        }

        private void procedure(int number) {
            var schema = schemas.get(random.nextInt(SCHEMAS));
            var name = "proc_%06d".formatted(number);
            var text = "CREATE PROCEDURE [%s].[%s] @id int AS SELECT * FROM [%s].[%s] WHERE id = @id -- %d"
                    .formatted(schema.name(), name, previousName(), previousTable(), random.nextInt(1_000_000));
            catalog.add(new Routine(
                    birth(schema, name),
                    ObjectType.PROCEDURE,
                    new Module(text, false, false, false, true, true),
                    List.of(new Routine.Parameter(1, "@id", types.key(), false, false, null)),
                    List.of()));
        }

        private String previousName() {
            return previous == null ? "dbo" : previous.schema().name();
        }

        private String previousTable() {
            return previous == null ? "t" : previous.name();
        }
    }
}

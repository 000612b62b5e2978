package dev.granary.emulator.ddl;

import dev.granary.emulator.engine.SqlServerError;
import dev.granary.emulator.model.Schema;
import dev.granary.emulator.model.Sequence;
import dev.granary.emulator.model.Synonym;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.TypeDef;
import dev.granary.emulator.model.TypeUse;
import dev.granary.emulator.tsql.Cursor;
import dev.granary.emulator.tsql.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types, sequences and synonyms. */
final class OtherDdl {

    private final Target target;
    private final Cursor cursor;

    OtherDdl(Target target, Cursor cursor) {
        this.target = target;
        this.cursor = cursor;
    }

    void createType() {
        var names = cursor.names();
        var schema = target.schemaOf(names);
        var name = names.getLast();
        if (target.catalog().userType(schema.id(), name) != null) {
            throw new SqlServerError(219, "The type '%s' already exists.".formatted(name));
        }
        if (cursor.take("FROM")) {
            var base = Types.read(cursor, target);
            boolean nullable = !cursor.take("NOT", "NULL");
            if (nullable) {
                cursor.take("NULL");
            }
            target.catalog().put(type(name, schema, base, nullable));
        } else if (cursor.take("EXTERNAL", "NAME")) {
            var external = ClrDdl.external(target, cursor);
            int id = target.catalog().nextTypeId();
            target.catalog().put(new TypeDef(name, 240, id, schema.id(), -1, 0, 0, false, true, true, null, external));
        } else {
            cursor.expect("AS", "TABLE");
            int id = target.catalog().nextTypeId();
            var table = new TableDdl(target, cursor).ofType(name);
            target.catalog().put(new TypeDef(name, 243, id, schema.id(), -1, 0, 0, false, false, true, table, null));
        }
    }

    private TypeDef type(String name, Schema schema, TypeUse base, boolean nullable) {
        return new TypeDef(
                name,
                base.type().systemTypeId(),
                target.catalog().nextTypeId(),
                schema.id(),
                base.maxLength(),
                base.precision(),
                base.scale(),
                base.type().collated(),
                nullable,
                true,
                null,
                null);
    }

    void dropType() {
        boolean lenient = cursor.take("IF", "EXISTS");
        var names = cursor.names();
        var type = target.catalog().userType(target.schemaOf(names).id(), names.getLast());
        if (type == null) {
            if (!lenient) {
                throw new SqlServerError(
                        3701,
                        11,
                        5,
                        "Cannot drop the type '%s', because it does not exist.".formatted(names.getLast()));
            }
            return;
        }
        var table = type.tableType();
        if (table != null) {
            table.constraints().forEach(target.catalog()::remove);
            target.catalog().remove(table);
        }
        target.catalog().removeType(type);
    }

    void createSynonym() {
        var names = cursor.names();
        cursor.expect("FOR");
        var parts = cursor.names().stream()
                .map(p -> p.isEmpty() ? "" : Expressions.bracketed(p))
                .collect(Collectors.joining("."));
        target.catalog().add(new Synonym(target.birth(names), parts));
    }

    void createSequence() {
        var names = cursor.names();
        var type = cursor.take("AS")
                ? Types.read(cursor, target)
                : new TypeUse(SystemTypes.named("bigint"), 8, 19, 0, null);
        var sequence = new Sequence(target.birth(names), options(new Said(type)).settings());
        target.catalog().add(sequence);
    }

    void alterSequence() {
        var sequence = target.require(cursor.names(), Sequence.class);
        var old = sequence.settings();
        var said = new Said(old.type());
        said.start = old.start();
        said.increment = old.increment();
        said.minimum = old.minimum();
        said.maximum = old.maximum();
        said.cycling = old.cycling();
        said.cached = old.cached();
        said.cacheSize = old.cacheSize();
        sequence.redefine(options(said).settings());
        target.touch(sequence);
    }

    /** What a sequence's options have said so far. */
    private static final class Said {
        private final TypeUse type;
        private @Nullable BigDecimal start;
        private BigDecimal increment = BigDecimal.ONE;
        private @Nullable BigDecimal minimum;
        private @Nullable BigDecimal maximum;
        private boolean cycling;
        private boolean cached = true;
        private @Nullable Integer cacheSize;

        Said(TypeUse type) {
            this.type = type;
        }

        Sequence.Settings settings() {
            var limits = limits(type);
            var low = minimum == null ? limits.getFirst() : minimum;
            var high = maximum == null ? limits.getLast() : maximum;
            var first = start == null ? (increment.signum() < 0 ? high : low) : start;
            return new Sequence.Settings(type, first, increment, low, high, cycling, cached, cacheSize);
        }
    }

    private static List<BigDecimal> limits(TypeUse type) {
        return switch (type.type().systemTypeId()) {
            case 48 -> List.of(BigDecimal.ZERO, BigDecimal.valueOf(255));
            case 52 -> List.of(BigDecimal.valueOf(Short.MIN_VALUE), BigDecimal.valueOf(Short.MAX_VALUE));
            case 56 -> List.of(BigDecimal.valueOf(Integer.MIN_VALUE), BigDecimal.valueOf(Integer.MAX_VALUE));
            case 127 -> List.of(BigDecimal.valueOf(Long.MIN_VALUE), BigDecimal.valueOf(Long.MAX_VALUE));
            default -> {
                var most = BigDecimal.TEN.pow(type.precision()).subtract(BigDecimal.ONE);
                yield List.of(most.negate(), most);
            }
        };
    }

    private Said options(Said said) {
        boolean more = true;
        while (more) {
            if (cursor.take("START", "WITH") || cursor.take("RESTART", "WITH")) {
                said.start = Columns.number(cursor);
            } else if (cursor.take("INCREMENT", "BY")) {
                said.increment = Columns.number(cursor);
            } else if (cursor.take("MINVALUE")) {
                said.minimum = Columns.number(cursor);
            } else if (cursor.take("MAXVALUE")) {
                said.maximum = Columns.number(cursor);
            } else if (cursor.take("NO", "CACHE")) {
                said.cached = false;
                said.cacheSize = null;
            } else if (cursor.take("CACHE")) {
                said.cached = true;
                said.cacheSize = cursor.peek().kind() == Token.Kind.NUMBER ? (Integer) cursor.integer() : null;
            } else if (cursor.take("NO", "CYCLE")) {
                said.cycling = false;
            } else if (cursor.take("CYCLE")) {
                said.cycling = true;
            } else if (cursor.take("NO", "MINVALUE")) {
                said.minimum = null;
            } else if (cursor.take("NO", "MAXVALUE")) {
                said.maximum = null;
            } else {
                more = false;
            }
        }
        return said;
    }
}

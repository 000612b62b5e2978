package dev.granary.emulator.generator;

import dev.granary.emulator.model.Column;
import dev.granary.emulator.model.SystemTypes;
import dev.granary.emulator.model.TypeUse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The names and types that generated columns take turns in. */
final class GeneratedTypes {

    static final Column.Traits IDENTITY =
            Column.Traits.NONE.withIdentity(new Column.Identity(BigDecimal.ONE, BigDecimal.ONE, false));

    static final List<String> WORDS = List.of(
            "code",
            "name",
            "amount",
            "status",
            "created_at",
            "changed_at",
            "quantity",
            "price",
            "note",
            "parent_id",
            "city",
            "street",
            "country",
            "email",
            "phone",
            "rate",
            "start_date",
            "end_date",
            "is_active",
            "weight",
            "height",
            "color",
            "category",
            "priority",
            "owner");

    private final TypeUse key = use("int", 4, 10, 0, null);
    private final List<TypeUse> choices;

    GeneratedTypes(String collation) {
        choices = List.of(
                key,
                use("bigint", 8, 19, 0, null),
                use("bit", 1, 1, 0, null),
                use("nvarchar", 100, 0, 0, collation),
                use("nvarchar", -1, 0, 0, collation),
                use("varchar", 20, 0, 0, collation),
                use("decimal", 9, 18, 2, null),
                use("datetime2", 8, 27, 7, null),
                use("date", 3, 10, 0, null),
                use("uniqueidentifier", 16, 0, 0, null));
    }

    TypeUse key() {
        return key;
    }

    TypeUse pick(Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static TypeUse use(String name, int length, int precision, int scale, @Nullable String collation) {
        return new TypeUse(SystemTypes.named(name), length, precision, scale, collation);
    }
}

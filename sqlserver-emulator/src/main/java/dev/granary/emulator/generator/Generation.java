package dev.granary.emulator.generator;

/**
 * How many databases of how many tables of how many columns to make, named prefix0001 and so on; the same seed makes the same ones.
 *
 * @param alike whether all databases are the same but for their names, as those of the tenants of one application
 */
public record Generation(long seed, String prefix, int databases, int tables, int columns, boolean alike) {

    public Generation {
        if (databases < 1 || tables < 0 || columns < 1 || columns > 1024) {
            throw new IllegalArgumentException(
                    "A generation needs at least one database and 1 to 1024 columns: databases=%d tables=%d columns=%d"
                            .formatted(databases, tables, columns));
        }
    }

    public Generation(long seed, String prefix, int databases, int tables, int columns) {
        this(seed, prefix, databases, tables, columns, false);
    }

    /** Databases of one template. */
    public static Generation tenants(long seed, String prefix, int databases, int tables, int columns) {
        return new Generation(seed, prefix, databases, tables, columns, true);
    }

    /** Databases without any table. */
    public static Generation empty(String prefix, int databases) {
        return new Generation(1, prefix, databases, 0, 1);
    }

    /** Reads {@code seed=1,prefix=gen,databases=10,tables=100,columns=20}; what is left out has these defaults. */
    public static Generation parse(String text) {
        var result = new Generation(1, "gen", 1, 100, 20);
        for (var part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("Not name=value: " + part);
            }
            var value = part.substring(equals + 1);
            result = switch (part.substring(0, equals)) {
                case "seed" ->
                    new Generation(
                            Long.parseLong(value),
                            result.prefix,
                            result.databases,
                            result.tables,
                            result.columns,
                            result.alike);
                case "prefix" ->
                    new Generation(result.seed, value, result.databases, result.tables, result.columns, result.alike);
                case "alike" ->
                    new Generation(
                            result.seed,
                            result.prefix,
                            result.databases,
                            result.tables,
                            result.columns,
                            Boolean.parseBoolean(value));
                case "databases" ->
                    new Generation(
                            result.seed,
                            result.prefix,
                            Integer.parseInt(value),
                            result.tables,
                            result.columns,
                            result.alike);
                case "tables" ->
                    new Generation(
                            result.seed,
                            result.prefix,
                            result.databases,
                            Integer.parseInt(value),
                            result.columns,
                            result.alike);
                case "columns" ->
                    new Generation(
                            result.seed,
                            result.prefix,
                            result.databases,
                            result.tables,
                            Integer.parseInt(value),
                            result.alike);
                default -> throw new IllegalArgumentException("Unknown in a generation: " + part);
            };
        }
        return result;
    }
}

package dev.granary.harvester.catalog;

import dev.granary.model.Aspect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A section asked of other views, for an engine that lacks the section's own.
 *
 * @param query the same rows in the same order, as far as the other views can tell them
 * @param source {@code information_schema}; null where they are catalogue views, which say no less
 * @param untold the aspects that are unknown of an object of which they show nothing
 */
public record Substitute<R extends Record>(
        CatalogQuery<R> query, @Nullable String source, Set<Aspect> untold) {

    private static final String INFORMATION_SCHEMA = "information_schema";

    /** How many tables and columns INFORMATION_SCHEMA shows. */
    public static final CatalogQuery<CountsRow> COUNTS =
            CatalogQuery.of(INFORMATION_SCHEMA + "/counts", CountsRow.class);

    private static final String CANNOT_SAY = "-- Cannot say: ";

    private static final Map<CatalogQuery<?>, List<Substitute<?>>> SECTIONS = Map.of(
            CatalogQuery.COLUMNS, List.of(informationSchema(CatalogQuery.COLUMNS, Aspect.COLUMNS)),
            CatalogQuery.INDEXES, List.of(informationSchema(CatalogQuery.INDEXES, Aspect.INDEXES)),
            CatalogQuery.FOREIGN_KEYS, List.of(informationSchema(CatalogQuery.FOREIGN_KEYS)),
            CatalogQuery.CHECKS, List.of(informationSchema(CatalogQuery.CHECKS)),
            CatalogQuery.MODULES, List.of(informationSchema(CatalogQuery.MODULES, Aspect.TEXT)),
            CatalogQuery.PARAMETERS,
                    List.of(
                            new Substitute<>(
                                    CatalogQuery.of("all_parameters", CatalogQuery.PARAMETERS.rowType()),
                                    null,
                                    Set.of()),
                            informationSchema(CatalogQuery.PARAMETERS)));

    public Substitute {
        untold = Set.copyOf(untold);
    }

    /** The substitutes of a section, the best first; none for most. */
    @SuppressWarnings("unchecked") // by construction the rows are the section's own
    public static <R extends Record> List<Substitute<R>> insteadOf(CatalogQuery<R> section) {
        return SECTIONS.getOrDefault(section, List.of()).stream()
                .map(substitute -> (Substitute<R>) substitute)
                .toList();
    }

    /** Every statement of a substitute, and the counting one. */
    static List<String> statements() {
        return Stream.concat(
                        Stream.of(COUNTS.sql()),
                        SECTIONS.values().stream()
                                .flatMap(List::stream)
                                .map(substitute -> substitute.query().sql()))
                .toList();
    }

    /** What it cannot say, in words, though the part stands. */
    public List<String> without() {
        return query.sql()
                .lines()
                .filter(line -> line.startsWith(CANNOT_SAY))
                .flatMap(line ->
                        Arrays.stream(line.substring(CANNOT_SAY.length()).split(", ")))
                .toList();
    }

    private static <R extends Record> Substitute<R> informationSchema(CatalogQuery<R> section, Aspect... untold) {
        return new Substitute<>(
                CatalogQuery.of(INFORMATION_SCHEMA + "/" + section.name(), section.rowType()),
                INFORMATION_SCHEMA,
                Set.of(untold));
    }
}

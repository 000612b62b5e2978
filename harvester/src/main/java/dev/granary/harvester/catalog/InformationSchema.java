package dev.granary.harvester.catalog;

import dev.granary.model.Aspect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A section asked of INFORMATION_SCHEMA, for an engine that lacks the section's catalogue views.
 *
 * @param query the same rows in the same order, as far as INFORMATION_SCHEMA can tell them
 * @param untold the aspects that are unknown of an object of which it shows nothing
 */
public record InformationSchema<R extends Record>(CatalogQuery<R> query, Set<Aspect> untold) {

    /** How many tables and columns it shows. */
    public static final CatalogQuery<CountsRow> COUNTS = CatalogQuery.of("information_schema/counts", CountsRow.class);

    private static final String CANNOT_SAY = "-- Cannot say: ";

    private static final Map<CatalogQuery<?>, InformationSchema<?>> SECTIONS = Map.of(
            CatalogQuery.COLUMNS, of(CatalogQuery.COLUMNS, Aspect.COLUMNS),
            CatalogQuery.INDEXES, of(CatalogQuery.INDEXES, Aspect.INDEXES),
            CatalogQuery.FOREIGN_KEYS, of(CatalogQuery.FOREIGN_KEYS),
            CatalogQuery.CHECKS, of(CatalogQuery.CHECKS),
            CatalogQuery.MODULES, of(CatalogQuery.MODULES, Aspect.TEXT),
            CatalogQuery.PARAMETERS, of(CatalogQuery.PARAMETERS));

    public InformationSchema {
        untold = Set.copyOf(untold);
    }

    /** The substitute of a section, where there is one. */
    public static <R extends Record> Optional<InformationSchema<R>> insteadOf(CatalogQuery<R> section) {
        @SuppressWarnings("unchecked") // by construction the rows are the section's own
        var substitute = (InformationSchema<R>) SECTIONS.get(section);
        return Optional.ofNullable(substitute);
    }

    /** Every statement on INFORMATION_SCHEMA. */
    static List<String> statements() {
        return Stream.concat(
                        Stream.of(COUNTS.sql()),
                        SECTIONS.values().stream()
                                .map(section -> section.query().sql()))
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

    private static <R extends Record> InformationSchema<R> of(CatalogQuery<R> section, Aspect... untold) {
        return new InformationSchema<>(
                CatalogQuery.of("information_schema/" + section.name(), section.rowType()), Set.of(untold));
    }
}

package dev.granary.query.lookup;

import dev.granary.model.AssemblyOptions;
import dev.granary.model.ClrCode;
import dev.granary.model.FulltextIndex;
import dev.granary.model.NameCollation;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartitionFunction;
import dev.granary.model.PartitionScheme;
import dev.granary.model.SecurityPolicy;
import dev.granary.model.TableOptions;
import dev.granary.query.content.Definitions;
import dev.granary.query.pointers.DatabasePointer;
import dev.granary.query.pointers.PointerReader;
import dev.granary.query.web.Candidate;
import dev.granary.query.web.Reason;
import dev.granary.query.web.RefusedException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds one object and tells all of it, as one state of the store has it. */
@Component
class ObjectLookup {

    private final TransactionTemplate oneState;
    private final PointerReader pointers;
    private final Placements placements;
    private final Definitions definitions;
    private final Neighbours neighbours;
    private final Measures measures;

    ObjectLookup(
            TransactionTemplate oneState,
            PointerReader pointers,
            Placements placements,
            Definitions definitions,
            Neighbours neighbours,
            Measures measures) {
        this.oneState = oneState;
        this.pointers = pointers;
        this.placements = placements;
        this.definitions = definitions;
        this.neighbours = neighbours;
        this.measures = measures;
    }

    /** An object and the database it was found in, both of the same state. */
    record Found(DatabasePointer database, ObjectBody object) {}

    Found byId(int id) {
        Supplier<RefusedException> none =
                () -> new RefusedException(Reason.NOT_FOUND, "There is no object %d".formatted(id));
        return inOneState(() -> {
            var placement = placements.byId(id).orElseThrow(none);
            return found(pointers.read(placement.databaseId()).orElseThrow(none), placement);
        });
    }

    /** @param schema empty for what lives in none */
    Found byName(int databaseId, String schema, String name, @Nullable ObjectKind kind) {
        return inOneState(() -> {
            var database = database(databaseId);
            var all = named(database, schema, name).stream()
                    .filter(p -> kind == null || p.objectKind() == kind)
                    .toList();
            return switch (all.size()) {
                case 0 ->
                    throw new RefusedException(
                            Reason.NOT_FOUND,
                            "There is no %s %s.%s in database %s"
                                    .formatted(
                                            kind == null ? "object" : kind.jsonName(), schema, name, database.name()));
                case 1 -> found(database, all.getFirst());
                default -> throw ambiguous(schema, name, all);
            };
        });
    }

    private List<Placement> named(DatabasePointer database, String schema, String name) {
        if (!schema.isEmpty()) {
            return placements.byName(database.id(), schema, name, database.collation());
        }
        var names = NameCollation.of(database.collation());
        return placements.inNoSchema(database.id()).stream()
                .filter(p -> names.same(p.decodedName(), name))
                .toList();
    }

    private DatabasePointer database(int id) {
        return pointers.read(id)
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "There is no database %d".formatted(id)));
    }

    private static RefusedException ambiguous(String schema, String name, List<Placement> all) {
        var candidates = all.stream()
                .map(p -> new Candidate(p.objectId(), p.objectKind().jsonName(), p.decodedSchema(), p.decodedName()))
                .toList();
        return new RefusedException(
                Reason.AMBIGUOUS_NAME,
                "%s.%s may mean %d objects: say which by kind, by exact spelling or by id"
                        .formatted(schema, name, all.size()),
                candidates);
    }

    private Found found(DatabasePointer database, Placement placement) {
        var snapshot = Harvested.snapshot(database);
        var definition = definitions.read(placement.hash(), placement.definitionId(), placement.objectKind());
        var size = measures.size(placement);
        var views = new DefinitionViews(definition, SystemNames.of(placement.systemNames()));
        return new Found(
                database,
                new ObjectBody(
                        placement.objectId(),
                        placement.objectKind().jsonName(),
                        database.server(),
                        database.name(),
                        placement.schema() == null ? null : placement.decodedSchema(),
                        placement.decodedName(),
                        placement.definitionHash(),
                        snapshot.treeHash(),
                        snapshot.at(),
                        views.description(),
                        views.columns(),
                        views.keys(),
                        views.indexes(),
                        views.foreignKeys(),
                        neighbours.referencedBy(placement),
                        views.checks(),
                        neighbours.triggers(placement),
                        views.parameters(),
                        views.text(),
                        views.textStatus(),
                        views.target(),
                        views.trigger(),
                        views.sequence(),
                        views.aliasOf(),
                        views.part(TableOptions.class),
                        views.edgeConstraints(),
                        views.part(SecurityPolicy.class),
                        views.numberedProcedures(),
                        views.part(ClrCode.class),
                        views.part(AssemblyOptions.class),
                        views.xmlNamespaces(),
                        views.part(FulltextIndex.class),
                        views.part(PartitionFunction.class),
                        views.part(PartitionScheme.class),
                        views.storage(),
                        views.statistics(),
                        views.dependsOn(),
                        neighbours.referencedByCode(placement),
                        size.isEmpty() ? null : (Long) size.get().rows(),
                        size.isEmpty() ? null : size.get().reservedBytes(),
                        views.unknown(),
                        placement.unconfirmed(),
                        placement.tagList()));
    }

    private <T> T inOneState(Supplier<T> work) {
        return Objects.requireNonNull(oneState.execute(_ -> work.get()));
    }
}

package dev.granary.harvester.assemble;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.PartitionFunctionRow;
import dev.granary.harvester.catalog.PartitionSchemeRow;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartitionFunction;
import dev.granary.model.PartitionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Partition functions and schemes: objects of the database itself. */
final class PartitionAssembly {

    private final ContentSink sink;

    PartitionAssembly(ContentSink sink) {
        this.sink = sink;
    }

    static Owner function(PartitionFunctionRow row) {
        return new Owner(Space.PARTITION_FUNCTION, row.functionId());
    }

    static Owner scheme(PartitionSchemeRow row) {
        return new Owner(Space.DATA_SPACE, row.schemeId());
    }

    void function(Owner owner, List<PartitionFunctionRow> rows) {
        var row = rows.getFirst();
        sink.object(new SourceObject(owner, ObjectKind.PARTITION_FUNCTION, null, row.functionName(), null, null));
        if (row.typeName() == null) {
            sink.unknown(owner, Aspect.PARTITION_FUNCTION);
            return;
        }
        var boundaries = new ArrayList<String>(rows.size());
        for (var boundary : rows) {
            if (boundary.boundaryId() != null) {
                // A boundary may be NULL, which sorts before every value and is written as T-SQL writes it.
                boundaries.add(Objects.requireNonNullElse(boundary.boundary(), "NULL"));
            }
        }
        var type = TypeName.of(null, row.typeName(), row.maxLength(), row.typePrecision(), row.typeScale());
        sink.part(owner, new PartitionFunction(type, row.boundaryOnRight(), boundaries), Map.of());
    }

    void scheme(Owner owner, List<PartitionSchemeRow> rows) {
        var row = rows.getFirst();
        sink.object(new SourceObject(owner, ObjectKind.PARTITION_SCHEME, null, row.schemeName(), null, null));
        var fileGroups = new ArrayList<String>(rows.size());
        for (var place : rows) {
            if (place.fileGroup() != null) {
                fileGroups.add(place.fileGroup());
            }
        }
        if (row.functionName() == null || fileGroups.size() < rows.size()) {
            sink.unknown(owner, Aspect.PARTITION_SCHEME);
            return;
        }
        var alike = fileGroups.stream().distinct().count() == 1;
        sink.part(
                owner,
                new PartitionScheme(row.functionName(), alike ? List.of(fileGroups.getFirst()) : fileGroups),
                Map.of());
    }
}

package dev.granary.harvester.assemble;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.AssemblyRow;
import dev.granary.harvester.catalog.ClrRow;
import dev.granary.model.Aspect;
import dev.granary.model.AssemblyOptions;
import dev.granary.model.ClrCode;
import dev.granary.model.ObjectKind;
import java.util.Map;

/** Assemblies, which are objects of the database itself, and the code in them: who it is, never the code. */
final class ClrAssembly {

    private final ContentSink sink;

    ClrAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void assembly(AssemblyRow row) {
        var owner = new Owner(Space.ASSEMBLY, row.assemblyId());
        sink.object(new SourceObject(
                owner, ObjectKind.ASSEMBLY, null, row.assemblyName(), row.createdAt(), row.modifiedAt()));
        sink.part(
                owner,
                new AssemblyOptions(row.clrName(), ObjectAssembly.lower(row.permissionSet()), !row.visible()),
                Map.of());
    }

    void code(ClrRow row) {
        var owner = Assemblies.object(row.objectId());
        if (row.assemblyName() == null) {
            sink.unknown(owner, Aspect.CLR);
            return;
        }
        sink.part(
                owner,
                new ClrCode(
                        row.assemblyName(),
                        row.assemblyClass(),
                        row.assemblyMethod(),
                        ModuleAssembly.executeAs(row.executeAs()),
                        row.nullOnNullInput()),
                Map.of());
    }
}

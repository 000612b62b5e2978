package dev.granary.harvester.assemble;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.VisibilityRow;
import org.jspecify.annotations.Nullable;

/** What the sections of one reading share: where content goes, and what earlier sections found that later ones need. */
final class Assemblies {

    final ContentSink sink;
    final ObjectAssembly objects;
    final ModuleAssembly modules;
    private @Nullable Boolean viewDefinition;

    Assemblies(ContentSink sink) {
        this.sink = sink;
        objects = new ObjectAssembly(sink);
        modules = new ModuleAssembly(sink);
    }

    /** What the login may see of definitions; null where the engine did not say. */
    @Nullable
    Boolean viewDefinition() {
        return viewDefinition;
    }

    void visibility(VisibilityRow row) {
        viewDefinition = row.viewDefinition() == null ? null : row.viewDefinition() == 1;
    }

    /** Whose a column, key or check is: a table's, or that of the type whose table it is. */
    Owner tableOrType(int objectId) {
        return objects.owner(objectId);
    }

    static Owner object(int objectId) {
        return new Owner(Space.OBJECT, objectId);
    }
}

package dev.granary.harvester.assemble;

import dev.granary.harvester.assemble.Owner.Space;

/** What the sections of one reading share: where content goes, and what earlier sections found that later ones need. */
final class Assemblies {

    final ContentSink sink;
    final ObjectAssembly objects;
    final ModuleAssembly modules;
    final SecurityAssembly security;
    final Compressions compressions = new Compressions();
    final LoginSight sight = new LoginSight();

    Assemblies(ContentSink sink) {
        this.sink = sink;
        objects = new ObjectAssembly(sink);
        modules = new ModuleAssembly(sink);
        security = new SecurityAssembly(sink);
    }

    /** Whose a column, key or check is: a table's, or that of the type whose table it is. */
    Owner tableOrType(int objectId) {
        return objects.owner(objectId);
    }

    static Owner object(int objectId) {
        return new Owner(Space.OBJECT, objectId);
    }
}

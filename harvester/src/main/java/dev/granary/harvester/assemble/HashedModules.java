package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.CatalogQuery;
import dev.granary.model.Aspect;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads modules by the hashes of their texts, and then the texts that are not stored yet: few of them by their ids, many by the whole section, of
 * which the others are left aside. The hashes only save reading: what is stored of a text that was read is known by Granary's own.
 */
final class HashedModules {

    private static final Set<Aspect> TEXT = Set.of(Aspect.TEXT);

    /** Of so many modules one has to be unknown for the section to be read whole. */
    private static final int MANY = 4;

    private final SectionReader reader;
    private final Assemblies assemblies;

    HashedModules(SectionReader reader, Assemblies assemblies) {
        this.reader = reader;
        this.assemblies = assemblies;
    }

    void read() throws SectionFailure {
        reader.read(CatalogQuery.MODULE_HASHES, TEXT, new EachRow<>(assemblies.modules::hashed));
        var told = reader.last();
        if (told.status() != SectionStatus.COMPLETE) {
            return;
        }
        int[] owed = assemblies.sink.textsToRead();
        if ((long) owed.length * MANY < told.rows()) {
            reader.readOwners(CatalogQuery.MODULES, owed, new EachRow<>(assemblies.modules::module));
        } else if (owed.length > 0) {
            reader.readMore(CatalogQuery.MODULES, new EachRow<>(row -> {
                if (Arrays.binarySearch(owed, row.objectId()) >= 0) {
                    assemblies.modules.module(row);
                }
            }));
        }
    }
}

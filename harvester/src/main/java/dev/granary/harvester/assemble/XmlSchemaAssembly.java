package dev.granary.harvester.assemble;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.XmlSchemaRow;
import dev.granary.model.ObjectKind;
import dev.granary.model.XmlSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** XML schema collections and the namespaces in them. */
final class XmlSchemaAssembly {

    private final ContentSink sink;

    XmlSchemaAssembly(ContentSink sink) {
        this.sink = sink;
    }

    static Owner owner(XmlSchemaRow row) {
        return new Owner(Space.XML_SCHEMA_COLLECTION, row.collectionId());
    }

    void collection(Owner owner, List<XmlSchemaRow> rows) {
        var row = rows.getFirst();
        sink.object(new SourceObject(
                owner,
                ObjectKind.XML_SCHEMA_COLLECTION,
                row.schemaName(),
                row.collectionName(),
                row.createdAt(),
                row.modifiedAt()));
        var namespaces = new ArrayList<String>(rows.size());
        for (var namespace : rows) {
            if (namespace.namespace() != null) {
                namespaces.add(namespace.namespace());
            }
        }
        namespaces.sort(null);
        sink.part(owner, new XmlSchemas(namespaces), Map.of());
    }
}

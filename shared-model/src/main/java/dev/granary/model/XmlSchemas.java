package dev.granary.model;

import java.util.List;

/** The target namespaces of an XML schema collection, sorted; an empty name is that of a schema without one. */
public record XmlSchemas(List<String> namespaces) implements PartContent {

    public XmlSchemas {
        namespaces = Lists.copy(namespaces);
    }

    @Override
    public Aspect aspect() {
        return Aspect.XML_SCHEMAS;
    }
}

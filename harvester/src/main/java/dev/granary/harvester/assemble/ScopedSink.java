package dev.granary.harvester.assemble;

import dev.granary.content.ContentHash;
import dev.granary.model.Aspect;
import dev.granary.model.ModuleText;
import dev.granary.model.PartContent;
import dev.granary.registry.NameFilter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Keeps out what lives in schemas that are not read. It remembers the ids it kept out, so that their parts need not be hashed. */
final class ScopedSink implements ContentSink {

    private final NameFilter schemas;
    private final ContentSink sink;
    private final Map<Owner.Space, IdSet> excluded = new EnumMap<>(Owner.Space.class);

    ScopedSink(NameFilter schemas, ContentSink sink) {
        this.schemas = schemas;
        this.sink = sink;
        for (var space : Owner.Space.values()) {
            excluded.put(space, new IdSet());
        }
    }

    /** Listed by the section of objects or types in the order of their ids, before any of their parts. */
    @Override
    public void object(SourceObject object) {
        var schema = object.owner().space() == Owner.Space.SCHEMA ? object.name() : object.schema();
        if (schema == null || schemas.includes(schema)) {
            sink.object(object);
        } else {
            ids(object.owner()).add(object.owner().id());
        }
    }

    @Override
    public void part(Owner owner, PartContent content, Map<String, String> systemNames) {
        if (reads(owner)) {
            sink.part(owner, content, systemNames);
        }
    }

    @Override
    public void text(Owner owner, ModuleText options, ContentHash textHash) {
        if (reads(owner)) {
            sink.text(owner, options, textHash);
        }
    }

    @Override
    public int[] textsToRead() {
        return sink.textsToRead();
    }

    @Override
    public void unknown(Owner owner, Aspect aspect) {
        if (reads(owner)) {
            sink.unknown(owner, aspect);
        }
    }

    @Override
    public void discard(Set<Section> sections) {
        sink.discard(sections);
    }

    boolean reads(Owner owner) {
        return !ids(owner).contains(owner.id());
    }

    private IdSet ids(Owner owner) {
        return excluded.computeIfAbsent(owner.space(), space -> new IdSet());
    }
}

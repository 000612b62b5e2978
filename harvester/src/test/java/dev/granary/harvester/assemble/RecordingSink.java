package dev.granary.harvester.assemble;

import dev.granary.content.ContentHash;
import dev.granary.model.Aspect;
import dev.granary.model.ModuleText;
import dev.granary.model.PartContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps all it is given, for a test to look at. */
final class RecordingSink implements ContentSink {

    record Part(Owner owner, PartContent content, Map<String, String> systemNames) {}

    record Unknown(Owner owner, Aspect aspect) {}

    final List<SourceObject> objects = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    final List<Unknown> unknown = new ArrayList<>();

    /** What is told by these hashes need not be read. */
    final Map<ContentHash, ModuleText> storedTexts = new HashMap<>();

    private final List<Integer> textsToRead = new ArrayList<>();

    @Override
    public void object(SourceObject object) {
        objects.add(object);
    }

    @Override
    public void part(Owner owner, PartContent content, Map<String, String> systemNames) {
        parts.add(new Part(owner, content, Map.copyOf(systemNames)));
    }

    @Override
    public void text(Owner owner, ModuleText options, ContentHash textHash) {
        var text = storedTexts.get(textHash);
        if (text == null) {
            textsToRead.add(owner.id());
        } else {
            part(owner, text, Map.of());
        }
    }

    @Override
    public int[] textsToRead() {
        var ids = textsToRead.stream().mapToInt(Integer::intValue).sorted().toArray();
        textsToRead.clear();
        return ids;
    }

    @Override
    public void unknown(Owner owner, Aspect aspect) {
        unknown.add(new Unknown(owner, aspect));
    }

    @Override
    public void discard(Set<Section> sections) {
        objects.removeIf(object -> sections.stream().anyMatch(s -> s.listed().contains(object.kind())));
        parts.removeIf(part -> sections.stream()
                .anyMatch(s -> s.aspects().contains(part.content().aspect())));
        unknown.removeIf(part -> sections.stream().anyMatch(s -> s.aspects().contains(part.aspect())));
    }

    <T extends PartContent> T only(Class<T> type) {
        return parts.stream()
                .map(Part::content)
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((one, other) -> {
                    throw new AssertionError("More than one " + type.getSimpleName() + ": " + parts);
                })
                .orElseThrow(() -> new AssertionError("No " + type.getSimpleName() + " in " + parts));
    }
}

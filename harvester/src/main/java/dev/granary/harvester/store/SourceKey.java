package dev.granary.harvester.store;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import dev.granary.content.CanonicalJson;
import dev.granary.content.ContentHash;
import dev.granary.model.Aspect;
import dev.granary.model.ModuleText;
import dev.granary.model.PartContent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By what a text is known before it is read: its source's hash of it, the options it was created under, and the rules by which it is stored. */
final class SourceKey {

    private final CanonicalJson json = new CanonicalJson();

    /** @param textHash SHA-256 of the text in UTF-16, little-endian */
    ContentHash of(ModuleText options, ContentHash textHash) {
        return json.write(Map.of("format", Aspect.TEXT.format(), "options", options, "text", textHash.hex()))
                .hash();
    }

    /** Of a part that was read; null where it is no text, or an encrypted one. */
    @Nullable
    ContentHash of(PartContent part) {
        return part instanceof ModuleText module && module.text() != null
                ? of(module.withoutText(), ContentHash.over(module.text().getBytes(UTF_16LE)))
                : null;
    }
}

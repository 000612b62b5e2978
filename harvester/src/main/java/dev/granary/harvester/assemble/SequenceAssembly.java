package dev.granary.harvester.assemble;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.SequenceRow;
import dev.granary.harvester.catalog.SynonymRow;
import dev.granary.model.Aspect;
import dev.granary.model.SequenceOptions;
import dev.granary.model.SynonymTarget;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sequences and synonyms: objects that one row says all of. */
final class SequenceAssembly {

    private final ContentSink sink;

    SequenceAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void sequence(SequenceRow row) {
        var owner = new Owner(Space.OBJECT, row.objectId());
        if (row.typeName() == null
                || row.startValue() == null
                || row.increment() == null
                || row.minimumValue() == null
                || row.maximumValue() == null) {
            sink.unknown(owner, Aspect.SEQUENCE);
            return;
        }
        sink.part(
                owner,
                new SequenceOptions(
                        TypeName.of(row.typeSchema(), row.typeName(), 0, row.typePrecision(), row.typeScale()),
                        row.startValue(),
                        row.increment(),
                        row.minimumValue(),
                        row.maximumValue(),
                        row.cycles(),
                        cache(row)),
                Map.of());
    }

    void synonym(SynonymRow row) {
        var owner = new Owner(Space.OBJECT, row.objectId());
        if (row.baseObjectName() == null) {
            sink.unknown(owner, Aspect.SYNONYM);
        } else {
            sink.part(owner, new SynonymTarget(row.baseObjectName()), Map.of());
        }
    }

    private static @Nullable String cache(SequenceRow row) {
        if (!row.cached()) {
            return "0";
        }
        return row.cacheSize() == null ? null : row.cacheSize().toString();
    }
}

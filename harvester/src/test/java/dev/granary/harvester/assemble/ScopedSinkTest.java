package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import dev.granary.model.SynonymTarget;
import dev.granary.registry.NameFilter;
import dev.granary.registry.NamePattern;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopedSinkTest {

    private final RecordingSink sink = new RecordingSink();
    private final ScopedSink scoped =
            new ScopedSink(new NameFilter(List.of(NamePattern.of("*")), List.of(NamePattern.of("st*"))), sink);

    @Test
    void keepsOutWhatLivesInAnExcludedSchemaWithItsParts() {
        scoped.object(object(1, "dbo"));
        scoped.object(object(2, "staging"));
        scoped.part(new Owner(Space.OBJECT, 1), new SynonymTarget("x"), Map.of());
        scoped.part(new Owner(Space.OBJECT, 2), new SynonymTarget("y"), Map.of());
        scoped.unknown(new Owner(Space.OBJECT, 2), Aspect.TEXT);

        assertThat(sink.objects).extracting(SourceObject::name).containsExactly("o1");
        assertThat(sink.parts).hasSize(1);
        assertThat(sink.unknown).isEmpty();
    }

    @Test
    void tellsATypeFromAnObjectOfTheSameId() {
        scoped.object(object(1, "staging"));
        scoped.part(new Owner(Space.TYPE, 1), new SynonymTarget("x"), Map.of());

        assertThat(sink.parts).hasSize(1);
    }

    @Test
    void keepsOutAnExcludedSchemaItselfButNeverTheDatabase() {
        scoped.object(new SourceObject(new Owner(Space.SCHEMA, 5), ObjectKind.SCHEMA, null, "Staging", null, null));
        scoped.object(
                new SourceObject(new Owner(Space.DATABASE, 0), ObjectKind.DATABASE, null, "$database", null, null));

        assertThat(sink.objects).extracting(SourceObject::kind).containsExactly(ObjectKind.DATABASE);
    }

    @Test
    void remembersIdsInWhateverOrderTheyCome() {
        var ids = new IdSet();
        for (int id : List.of(5, -1, 9, 5, Integer.MAX_VALUE, 7)) {
            ids.add(id);
        }

        assertThat(List.of(-1, 5, 7, 9, Integer.MAX_VALUE)).allMatch(ids::contains);
        assertThat(List.of(0, 6, 8)).noneMatch(ids::contains);
    }

    private static SourceObject object(int id, String schema) {
        return new SourceObject(new Owner(Space.OBJECT, id), ObjectKind.SYNONYM, schema, "o" + id, null, null);
    }
}

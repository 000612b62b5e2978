package dev.granary.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.granary.model.Aspect;
import dev.granary.model.Column;
import dev.granary.model.Columns;
import dev.granary.model.Identity;
import dev.granary.model.ObjectKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private final CanonicalJson json = new CanonicalJson();

    @Test
    void leavesEveryDefaultOutSoThatANewPropertyChangesNoHash() {
        assertThat(json.write(new Columns(List.of(column("id", null)))).text())
                .isEqualTo("{\"columns\":[{\"name\":\"id\",\"type\":\"int\"}]}");
        assertThat(json.write(new Columns(List.of(column("id", new Identity("1", "1", false)))))
                        .text())
                .isEqualTo(
                        "{\"columns\":[{\"identity\":{\"increment\":\"1\",\"seed\":\"1\"},\"name\":\"id\",\"type\":\"int\"}]}");
    }

    @Test
    void sortsMapsAndEscapesAsTheRfcDoes() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("b\u20ac", "\u000f\n\"\\\u007f\u20ac😀");
        map.put("a", null);
        assertThat(json.write(map).text()).isEqualTo("{\"a\":null,\"b€\":\"\\u000f\\n\\\"\\\\\u007f€😀\"}");
    }

    @Test
    void keepsNullCharactersAndUnpairedSurrogatesReadable() {
        var column = new Column(
                "a\u0000b\ud800",
                "int",
                false,
                "\udc00x",
                null,
                null,
                false,
                null,
                null,
                null,
                false,
                false,
                false,
                null,
                false);
        var text = json.write(new Columns(List.of(column))).text();
        assertThat(text).contains("a\\u0000b\\ud800").contains("\\udc00x");
        assertThat(PartJson.read(Aspect.COLUMNS, text)).isEqualTo(new Columns(List.of(column)));
    }

    @Test
    void hashesTheBytesItWrites() {
        json.write(Map.of("a", 1));
        assertThat(json.hash().hex()).isEqualTo("015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
        assertThat(ContentHash.ofHex(json.hash().hex())).isEqualTo(json.hash());
    }

    @Test
    void refusesNumbersThatWouldLoseDigits() {
        assertThatThrownBy(() -> json.write(List.of(1L << 54))).hasMessageContaining("needs to be text");
    }

    @Test
    void joinsStoredBodiesIntoADocumentThatTellsUnknownFromNone() {
        var bodies = new LinkedHashMap<Aspect, @Nullable String>();
        bodies.put(Aspect.TEXT, null);
        bodies.put(Aspect.COLUMNS, "{\"columns\":[{\"name\":\"id\",\"type\":\"int\"}]}");
        var document = DefinitionDocument.parse(DefinitionDocument.join(ObjectKind.VIEW, bodies));
        assertThat(document.kind()).isEqualTo(ObjectKind.VIEW);
        assertThat(document.part(Columns.class)).contains(new Columns(List.of(column("id", null))));
        assertThat(document.unknown()).containsExactly(Aspect.TEXT);
    }

    @Test
    void joinsADefinitionWithoutPartsToo() {
        var document = DefinitionDocument.parse(DefinitionDocument.join(ObjectKind.CLR_TYPE, Map.of()));
        assertThat(document).isEqualTo(new DefinitionDocument(ObjectKind.CLR_TYPE, Map.of(), Set.of()));
    }

    private static Column column(String name, @Nullable Identity identity) {
        return new Column(
                name, "int", false, null, null, null, false, identity, null, null, false, false, false, null, false);
    }
}

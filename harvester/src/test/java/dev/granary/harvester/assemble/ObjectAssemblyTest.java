package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.ObjectRow;
import dev.granary.harvester.catalog.SequenceRow;
import dev.granary.harvester.catalog.TypeRow;
import dev.granary.model.AliasType;
import dev.granary.model.Aspect;
import dev.granary.model.ObjectKind;
import dev.granary.model.SequenceOptions;
import dev.granary.model.TableOptions;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectAssemblyTest {

    private static final LocalDateTime THEN = LocalDateTime.of(2024, 1, 2, 3, 4, 5, 677_000_000);

    private final RecordingSink sink = new RecordingSink();
    private final ObjectAssembly assembly = new ObjectAssembly(sink);

    @ParameterizedTest
    @CsvSource({
        "'U ', TABLE",
        "'V ', VIEW",
        "'P ', PROCEDURE",
        "PC, CLR_PROCEDURE",
        "FN, SCALAR_FUNCTION",
        "IF, INLINE_FUNCTION",
        "TF, TABLE_FUNCTION",
        "FS, CLR_SCALAR_FUNCTION",
        "FT, CLR_TABLE_FUNCTION",
        "AF, AGGREGATE",
        "TR, TRIGGER",
        "TA, CLR_TRIGGER",
        "SN, SYNONYM",
        "SO, SEQUENCE"
    })
    void knowsEveryTypeOfTheClosedListBlanksOrNot(String type, ObjectKind kind) {
        assembly.object(new ObjectRow(7, type, "dbo", "x", THEN, THEN));

        assertThat(sink.objects)
                .containsExactly(new SourceObject(new Owner(Space.OBJECT, 7), kind, "dbo", "x", THEN, THEN));
    }

    @Test
    void refusesATypeThatItsStatementDoesNotAskFor() {
        assertThatIllegalStateException()
                .isThrownBy(() -> assembly.object(new ObjectRow(7, "IT", "sys", "x", THEN, THEN)))
                .withMessageContaining("IT");
    }

    @Test
    void listsAnAliasTypeWithWhatItStandsFor() {
        assembly.type(new TypeRow(
                257, "ref", "amount", false, null, false, false, "decimal", 9, 19, 4, true, null, null, null, null));

        assertThat(sink.only(AliasType.class)).isEqualTo(new AliasType("decimal(19,4)", true));
        assertThat(sink.objects).extracting(SourceObject::kind).containsExactly(ObjectKind.ALIAS_TYPE);
    }

    @Test
    void givesWhatHangsOnATableTypesObjectToTheType() {
        assembly.type(
                new TypeRow(258, "dbo", "ids", true, 99, true, false, null, -1, 0, 0, false, THEN, THEN, null, null));

        assertThat(sink.objects).extracting(SourceObject::kind).containsExactly(ObjectKind.TABLE_TYPE);
        assertThat(sink.only(TableOptions.class)).isEqualTo(new TableOptions(true, null, null));
        assertThat(assembly.owner(99)).isEqualTo(new Owner(Space.TYPE, 258));
        assertThat(assembly.owner(258)).isEqualTo(new Owner(Space.OBJECT, 258));
    }

    @Test
    void leavesAnAliasTypeUnknownWhoseBaseIsHidden() {
        assembly.type(new TypeRow(
                257, "ref", "amount", false, null, false, false, null, 9, 19, 4, true, null, null, null, null));

        assertThat(sink.unknown)
                .containsExactly(new RecordingSink.Unknown(new Owner(Space.TYPE, 257), Aspect.ALIAS_TYPE));
    }

    @Test
    void tellsASequenceWithoutACacheFromOneWhoseCacheTheServerChooses() {
        var sequences = new SequenceAssembly(sink);
        sequences.sequence(sequence(1, false, null));
        sequences.sequence(sequence(2, true, null));
        sequences.sequence(sequence(3, true, 50));

        assertThat(sink.parts)
                .extracting(part -> ((SequenceOptions) part.content()).cache())
                .containsExactly("0", null, "50");
        assertThat(((SequenceOptions) sink.parts.getFirst().content()).type()).isEqualTo("decimal(12,0)");
    }

    private static SequenceRow sequence(int id, boolean cached, Integer size) {
        return new SequenceRow(
                id, "decimal", null, 12, 0, "1", "1", "-999999999999", "999999999999", false, cached, size);
    }
}

package dev.granary.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.model.ObjectKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DefinitionComparisonTest {

    private final DefinitionComparison comparison = new DefinitionComparison(HarvestFormat.current(), Renames.NONE);

    @Test
    void tellsWhatBecameOfColumns() {
        assertThat(
                        columns(
                                "{'name':'a','type':'int'},{'name':'b','type':'nvarchar(50)','nullable':true},{'name':'c','type':'date'},{'name':'d','type':'int'}",
                                "{'name':'a','type':'bigint'},{'name':'b','type':'nvarchar(20)'},{'name':'d','nullable':true,'type':'varchar(4)'},{'name':'e','type':'int'},{'name':'f','nullable':true,'type':'int'}"))
                .containsExactlyInAnyOrder(
                        "type-widened a int bigint",
                        "type-narrowed b nvarchar(50) nvarchar(20)!",
                        "nullability-tightened b true null!",
                        "column-dropped c date null!",
                        "type-changed d int varchar(4)!",
                        "nullability-loosened d null true",
                        "column-added-required e null int!",
                        "column-added f null int");
    }

    @Test
    void tellsDefaultsComputationsMasksAndOrder() {
        assertThat(
                        columns(
                                "{'name':'a','type':'int','defaultExpression':'((1))'},{'name':'b','type':'int','mask':'default()'},{'name':'c','type':'int'}",
                                "{'name':'c','type':'int','computed':'([a])'},{'name':'a','type':'int'},{'name':'b','type':'int','defaultExpression':'((2))','sparse':true}"))
                .containsExactlyInAnyOrder(
                        "default-dropped a ((1)) null!",
                        "mask-dropped b default() null",
                        "default-added b null ((2))",
                        "column-option-changed b null true",
                        "computed-added c null ([a])!",
                        "columns-reordered null null null");
    }

    @Test
    void knowsAConstraintWhoseNameTheSystemMadeByWhatItIs() {
        assertThat(changes(
                        ObjectKind.TABLE,
                        "keys",
                        "{'keys':[{'kind':'primary_key','columns':[{'name':'a'}]},{'kind':'unique','columns':[{'name':'b'}]}]}",
                        "{'keys':[{'kind':'primary_key','columns':[{'name':'a'},{'name':'b'}],'name':'pk'}]}"))
                .containsExactlyInAnyOrder(
                        "key-dropped unique (b) {\"kind\":\"unique\",\"columns\":[{\"name\":\"b\"}]} null!",
                        "key-changed primary key (a) [{\"name\":\"a\"}] [{\"name\":\"a\"},{\"name\":\"b\"}]!",
                        "key-renamed primary key (a) null pk");
    }

    @Test
    void gradesAnotherShapeOfAnIndexByWhetherItIsUnique() {
        assertThat(
                        changes(
                                ObjectKind.TABLE,
                                "indexes",
                                "{'indexes':[{'name':'u','unique':true,'columns':['a'],'included':['c']},{'name':'f','unique':true,'filter':'x'},"
                                        + "{'name':'i','columns':['a'],'filter':'x'},{'name':'n','columns':['a']}]}",
                                "{'indexes':[{'name':'u','unique':true,'columns':['b'],'included':['d']},{'name':'f','unique':true,'filter':'y'},"
                                        + "{'name':'i','columns':['b'],'filter':'y'},{'name':'n','unique':true,'columns':['b']}]}"))
                .containsExactlyInAnyOrder(
                        "unique-index-changed u [\"a\"] [\"b\"]!",
                        "index-changed u [\"c\"] [\"d\"]",
                        "unique-index-changed f x y!",
                        "index-changed i [\"a\"] [\"b\"]",
                        "index-changed i x y",
                        "index-changed n [\"a\"] [\"b\"]",
                        "unique-index-added n null true!");
    }

    @Test
    void gradesAColumnOfAViewByItsReadersOnly() {
        assertThat(changes(ObjectKind.VIEW, "columns", "{'columns':[]}", "{'columns':[{'name':'a','type':'int'}]}"))
                .containsExactly("column-added a null int");
    }

    @Test
    void tellsALongTextByItsHash() {
        assertThat(changes(ObjectKind.VIEW, "text", "{'text':'one'}", "{'text':'two'}"))
                .singleElement()
                .asString()
                .startsWith("text-changed null sha256:")
                .doesNotContain("two");
    }

    @Test
    void marksAReferenceThatWentAlongWithARename() {
        var renamed = new DefinitionComparison(
                HarvestFormat.current(),
                new Renames(Map.of(new Renames.Name("dbo", "old"), new Renames.Name("sales", "new")), Map.of()));
        var pair = pair(
                "foreignKeys",
                "{'foreignKeys':[{'name':'fk','columns':['a'],'referencedSchema':'dbo','referencedTable':'old','referencedColumns':['id']}]}",
                "{'foreignKeys':[{'name':'fk','columns':['a'],'referencedSchema':'sales','referencedTable':'new','referencedColumns':['id']}]}");

        var changes = renamed.compare(ObjectKind.TABLE, List.of(pair));

        assertThat(words(changes)).containsExactly("reference-renamed sales.new dbo.old sales.new");
        assertThat(changes.isConsequence()).isTrue();
        assertThat(words(comparison.compare(ObjectKind.TABLE, List.of(pair)))).hasSize(2);
    }

    @Test
    void tellsARenamedColumnByItsPlaceAndWhatNamesItAsAConsequence() {
        var changes = comparison.compare(
                ObjectKind.TABLE,
                List.of(
                        pair(
                                "columns",
                                "{'columns':[{'name':'gone','type':'date'},{'name':'id','type':'int'},{'name':'a','type':'int'},{'name':'b','type':'int'}]}",
                                "{'columns':[{'name':'id','type':'int'},{'name':'a]','type':'int'},{'name':'B','type':'int'},{'name':'new','nullable':true,'type':'int'}]}"),
                        pair(
                                "keys",
                                "{'keys':[{'kind':'primary_key','columns':[{'name':'a','descending':true}]}]}",
                                "{'keys':[{'kind':'primary_key','columns':[{'name':'a]','descending':true}]}]}"),
                        pair(
                                "checks",
                                "{'checks':[{'column':'b','expression':'([b]>(0))'},{'expression':'([b]<>[a])'}]}",
                                "{'checks':[{'expression':'([B]<>[a]]])'},{'column':'B','expression':'([B]>(1))'}]}"),
                        pair(
                                "descriptions",
                                "{'properties':[{'level':'column','target':'b','name':'n','value':'v'},{'level':'index','target':'a','name':'n'}]}",
                                "{'properties':[{'level':'column','target':'B','name':'n','value':'v'},{'level':'index','target':'a','name':'n'}]}")));

        assertThat(words(changes))
                .containsExactly(
                        "column-dropped gone date null!",
                        "column-added new null int",
                        "column-renamed a a a]!",
                        "column-renamed b b B!",
                        "reference-renamed a] a a]",
                        "check-changed check of B ([B]>(0)) ([B]>(1))!",
                        "reference-renamed B b B",
                        "reference-renamed a] a a]",
                        "reference-renamed B b B");
    }

    @Test
    void takesForADropAndAnAdditionWhatMayBeNoRename() {
        assertThat(columns(
                        "{'name':'a','type':'int'},{'name':'b','type':'int'}",
                        "{'name':'a','type':'int'},{'name':'c','type':'bigint'}"))
                .as("another type")
                .containsExactly("column-dropped b int null!", "column-added-required c null bigint!");
        assertThat(columns(
                        "{'name':'a','type':'int'},{'name':'b','type':'int'},{'name':'c','type':'int'}",
                        "{'name':'d','type':'int'},{'name':'c','type':'int'}"))
                .as("one of two")
                .containsExactly(
                        "column-dropped a int null!",
                        "column-dropped b int null!",
                        "column-added-required d null int!");
        assertThat(columns(
                        "{'name':'a','type':'int'},{'name':'b','type':'int'},{'name':'c','type':'int'}",
                        "{'name':'b','type':'int'},{'name':'a','type':'int'},{'name':'d','type':'int'}"))
                .as("another order")
                .contains("column-dropped c int null!", "columns-reordered null null null");
        assertThat(columns(
                        "{'name':'a','type':'int'},{'name':'b','type':'int'}",
                        "{'name':'b','type':'int'},{'name':'a2','type':'int'}"))
                .as("dropped and put last")
                .containsExactly("column-dropped a int null!", "column-added-required a2 null int!");
        assertThat(changes(
                        ObjectKind.VIEW,
                        "columns",
                        "{'columns':[{'name':'a','type':'int'}]}",
                        "{'columns':[{'name':'b','type':'int'}]}"))
                .as("a view's column, which nobody can rename")
                .containsExactly("column-dropped a int null!", "column-added b null int");
    }

    @Test
    void marksTheForeignKeyOfAnotherTableThatWentAlongWithARenamedColumn() {
        var table = new Renames.Name("dbo", "old");
        var renamed = new DefinitionComparison(
                HarvestFormat.current(),
                new Renames(Map.of(table, new Renames.Name("dbo", "new")), Map.of(table, Map.of("id", "key"))));

        var changes = renamed.compare(
                ObjectKind.TABLE,
                List.of(
                        pair(
                                "foreignKeys",
                                "{'foreignKeys':[{'columns':['id'],'referencedSchema':'dbo','referencedTable':'old','referencedColumns':['id']}]}",
                                "{'foreignKeys':[{'columns':['id'],'referencedSchema':'dbo','referencedTable':'new','referencedColumns':['key']}]}")));

        assertThat(words(changes))
                .containsExactly(
                        "reference-renamed dbo.new.key dbo.old.id dbo.new.key",
                        "reference-renamed dbo.new dbo.old dbo.new");
        assertThat(changes.isConsequence()).isTrue();
    }

    @Test
    void takesNoPropertyForAChangeThatTheEarlierHarvesterCouldNotTell() {
        var first = new DefinitionComparison(
                new HarvestFormat(Map.of("table", Map.of("columns", 1, "table", 1))), Renames.NONE);

        var changes = first.compare(
                ObjectKind.TABLE,
                List.of(
                        pair(
                                "columns",
                                "{'columns':[{'name':'a','type':'int'}]}",
                                "{'columns':[{'encryption':{'type':'x'},'name':'a','type':'bigint'}]}"),
                        pair("table", null, "{'lockEscalation':'auto'}"),
                        pair("storage", null, "{'compression':'page'}")));

        assertThat(words(changes)).containsExactly("type-widened a int bigint");
        assertThat(changes.reformatted()).isTrue();
        assertThat(changes.aspects()).containsExactly("columns");
    }

    @Test
    void saysNothingOfWhatOneSideCouldNotRead() {
        var changes = comparison.compare(
                ObjectKind.TABLE,
                List.of(new PartPair("checks", null, true, "{'checks':[]}".replace('\'', '"'), false)));

        assertThat(changes.isNone()).isTrue();
        assertThat(changes.unknown()).containsExactly("checks");
    }

    @Test
    void comparesWhatHasNoRulesEntryByEntry() {
        assertThat(changes(
                        ObjectKind.TABLE,
                        "unheardOf",
                        "{'entries':[{'name':'a','x':1},{'name':'b'}],'flag':true}",
                        "{'entries':[{'name':'a','x':2}]}"))
                .containsExactlyInAnyOrder(
                        "option-changed a 1 2",
                        "entry-dropped b {\"name\":\"b\"} null",
                        "option-changed null true null");
    }

    @Test
    void countsWhatItDoesNotTell() {
        var many = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            many.append(i == 0 ? "" : ",").append("{'name':'c%d','type':'int'}".formatted(i));
        }
        var changes = comparison.compare(
                ObjectKind.TABLE, List.of(pair("columns", "{'columns':[%s]}".formatted(many), null)));

        assertThat(changes.changes()).hasSize(100);
        assertThat(changes.more()).isEqualTo(50);
        assertThat(changes.breaking()).isTrue();
    }

    private List<String> columns(String was, String now) {
        return changes(
                ObjectKind.TABLE, "columns", "{'columns':[%s]}".formatted(was), "{'columns':[%s]}".formatted(now));
    }

    private List<String> changes(ObjectKind kind, String aspect, String was, String now) {
        var before = new HarvestFormat(Map.of(kind.jsonName(), Map.of(aspect, 9)));
        return words(new DefinitionComparison(before, Renames.NONE).compare(kind, List.of(pair(aspect, was, now))));
    }

    private static PartPair pair(String aspect, @Nullable String was, @Nullable String now) {
        return new PartPair(
                aspect,
                was == null ? null : was.replace('\'', '"'),
                false,
                now == null ? null : now.replace('\'', '"'),
                false);
    }

    private static List<String> words(DefinitionChanges changes) {
        return changes.changes().stream()
                .map(c -> "%s %s %s %s%s"
                        .formatted(c.type().jsonName(), c.on(), c.was(), c.now(), c.breaking() ? "!" : ""))
                .toList();
    }
}

package dev.granary.harvester.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.AssemblyRow;
import dev.granary.harvester.catalog.ClrRow;
import dev.granary.harvester.catalog.PartitionFunctionRow;
import dev.granary.harvester.catalog.PartitionSchemeRow;
import dev.granary.harvester.catalog.TypeRow;
import dev.granary.harvester.catalog.XmlSchemaRow;
import dev.granary.model.Aspect;
import dev.granary.model.AssemblyOptions;
import dev.granary.model.ClrCode;
import dev.granary.model.ObjectKind;
import dev.granary.model.PartitionFunction;
import dev.granary.model.PartitionScheme;
import dev.granary.model.XmlSchemas;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseBranchAssemblyTest {

    private final RecordingSink sink = new RecordingSink();
    private final PartitionAssembly partitions = new PartitionAssembly(sink);

    @Test
    void listsAPartitionFunctionWithItsBoundariesInOrder() {
        var owner = new Owner(Space.PARTITION_FUNCTION, 65536);
        partitions.function(owner, List.of(boundary(1, null), boundary(2, "2024-01-01")));

        assertThat(sink.objects)
                .containsExactly(new SourceObject(owner, ObjectKind.PARTITION_FUNCTION, null, "by_day", null, null));
        assertThat(sink.only(PartitionFunction.class))
                .isEqualTo(new PartitionFunction("date", true, List.of("NULL", "2024-01-01")));
    }

    @Test
    void listsAPartitionFunctionThatCutsNothing() {
        partitions.function(new Owner(Space.PARTITION_FUNCTION, 65536), List.of(boundary(null, null)));

        assertThat(sink.only(PartitionFunction.class).boundaries()).isEmpty();
    }

    @Test
    void namesOneFilegroupWhereAllPartitionsAreOnIt() {
        partitions.scheme(new Owner(Space.DATA_SPACE, 65601), List.of(place("PRIMARY"), place("PRIMARY")));

        assertThat(sink.only(PartitionScheme.class)).isEqualTo(new PartitionScheme("by_day", List.of("PRIMARY")));
    }

    @Test
    void leavesASchemeUnknownWhoseFunctionOrFilegroupsAreHidden() {
        var owner = new Owner(Space.DATA_SPACE, 65601);
        partitions.scheme(owner, List.of(place("PRIMARY"), place(null)));

        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(owner, Aspect.PARTITION_SCHEME));
    }

    @Test
    void saysOfAnAssemblyWhoItIsAndOfItsCodeWhereToFindIt() {
        var clr = new ClrAssembly(sink);
        clr.assembly(new AssemblyRow(65536, "geo", "geo, version=1.0.0.0", "SAFE_ACCESS", true, null, null));
        clr.code(new ClrRow(7, "geo", "Geo.Functions", "Distance", null, true));
        new ObjectAssembly(sink)
                .type(SampleRow.of(
                        TypeRow.class,
                        "typeId",
                        257,
                        "schemaName",
                        "dbo",
                        "typeName",
                        "point",
                        "assemblyType",
                        true,
                        "assemblyName",
                        "geo",
                        "assemblyClass",
                        "Geo.Point"));
        clr.code(new ClrRow(8, null, "Geo.Functions", "Hidden", null, false));

        assertThat(sink.only(AssemblyOptions.class))
                .isEqualTo(new AssemblyOptions("geo, version=1.0.0.0", "safe_access", false));
        assertThat(sink.parts)
                .contains(
                        new RecordingSink.Part(
                                new Owner(Space.OBJECT, 7),
                                new ClrCode("geo", "Geo.Functions", "Distance", null, true),
                                Map.of()),
                        new RecordingSink.Part(
                                new Owner(Space.TYPE, 257),
                                new ClrCode("geo", "Geo.Point", null, null, false),
                                Map.of()));
        assertThat(sink.unknown).containsExactly(new RecordingSink.Unknown(new Owner(Space.OBJECT, 8), Aspect.CLR));
    }

    @Test
    void sortsTheNamespacesOfAnXmlSchemaCollection() {
        new XmlSchemaAssembly(sink)
                .collection(
                        new Owner(Space.XML_SCHEMA_COLLECTION, 65537), List.of(namespace("urn:b"), namespace("urn:A")));

        assertThat(sink.objects).extracting(SourceObject::kind).containsExactly(ObjectKind.XML_SCHEMA_COLLECTION);
        assertThat(sink.only(XmlSchemas.class)).isEqualTo(new XmlSchemas(List.of("urn:A", "urn:b")));
    }

    private static PartitionFunctionRow boundary(Integer id, String value) {
        return new PartitionFunctionRow(65536, "by_day", true, "date", 3, 10, 0, id, value);
    }

    private static PartitionSchemeRow place(String fileGroup) {
        return new PartitionSchemeRow(65601, "days", "by_day", 2, 1, fileGroup);
    }

    private static XmlSchemaRow namespace(String name) {
        return new XmlSchemaRow(65537, "dbo", "forms", null, null, name);
    }
}

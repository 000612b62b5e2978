package dev.granary.harvester.assemble;

import dev.granary.harvester.assemble.Owner.Space;
import dev.granary.harvester.catalog.ModuleHashRow;
import dev.granary.harvester.catalog.ModuleRow;
import dev.granary.harvester.catalog.NumberedProcedureRow;
import dev.granary.harvester.catalog.ParameterRow;
import dev.granary.harvester.catalog.TriggerRow;
import dev.granary.model.Aspect;
import dev.granary.model.ModuleText;
import dev.granary.model.NumberedProcedure;
import dev.granary.model.NumberedProcedures;
import dev.granary.model.ObjectKind;
import dev.granary.model.Parameter;
import dev.granary.model.Parameters;
import dev.granary.model.TriggerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Code that lives in the database: its text, its parameters, and what sets it off. */
final class ModuleAssembly {

    private static final int OWNER = -2;
    private static final int DATABASE = 0;

    private final ContentSink sink;
    private int modulesWithoutText;

    ModuleAssembly(ContentSink sink) {
        this.sink = sink;
    }

    /** Modules that are not encrypted and showed no text: the login may not read them. */
    int modulesWithoutText() {
        return modulesWithoutText;
    }

    void module(ModuleRow row) {
        var owner = new Owner(Space.OBJECT, row.objectId());
        var encrypted = row.definition() == null && row.encrypted() != null && row.encrypted() == 1;
        if (row.definition() == null && !encrypted) {
            modulesWithoutText++;
            sink.unknown(owner, Aspect.TEXT);
            return;
        }
        sink.part(owner, text(row, encrypted), Map.of());
    }

    /** A module of which the engine's hash of the text was read instead of the text. */
    void hashed(ModuleHashRow row) {
        var module = row.with(null);
        if (row.textHash() == null) {
            module(module);
        } else {
            sink.text(new Owner(Space.OBJECT, row.objectId()), text(module, false), row.textHash());
        }
    }

    private static ModuleText text(ModuleRow row, boolean encrypted) {
        return new ModuleText(
                row.definition(),
                encrypted,
                !row.ansiNulls(),
                !row.quotedIdentifier(),
                row.schemaBound(),
                row.recompiled(),
                executeAs(row.executeAs()),
                row.nativeCompiled());
    }

    void parameters(Owner owner, List<ParameterRow> rows) {
        var parameters = new ArrayList<Parameter>(rows.size());
        for (var row : rows) {
            if (row.typeName() == null || (row.xmlCollectionId() > 0 && row.xmlCollection() == null)) {
                sink.unknown(owner, Aspect.PARAMETERS);
                return;
            }
            parameters.add(new Parameter(
                    row.ordinal(),
                    row.parameterName() == null ? "" : row.parameterName(),
                    TypeName.of(
                            row.typeSchema(), row.typeName(), row.maxLength(), row.typePrecision(), row.typeScale()),
                    row.outputParameter(),
                    row.readOnly(),
                    row.defaultValue(),
                    row.cursorReference(),
                    RegularIdentifier.qualified(row.xmlSchema(), row.xmlCollection())));
        }
        sink.part(owner, new Parameters(parameters), Map.of());
    }

    void numbered(Owner owner, List<NumberedProcedureRow> rows) {
        var procedures = new ArrayList<NumberedProcedure>(rows.size());
        for (var row : rows) {
            var encrypted = row.definition() == null && row.encrypted() != null && row.encrypted() == 1;
            if (row.definition() == null && !encrypted) {
                sink.unknown(owner, Aspect.NUMBERED_PROCEDURES);
                return;
            }
            procedures.add(new NumberedProcedure(row.procedureNumber(), row.definition(), encrypted));
        }
        sink.part(owner, new NumberedProcedures(procedures), Map.of());
    }

    void trigger(Owner owner, List<TriggerRow> rows) {
        var row = rows.getFirst();
        var ofTheDatabase = row.parentClass() == DATABASE;
        if (ofTheDatabase) {
            sink.object(new SourceObject(
                    owner, ObjectKind.DATABASE_TRIGGER, null, row.triggerName(), row.createdAt(), row.modifiedAt()));
        } else if (row.parentSchema() == null || row.parentName() == null) {
            sink.unknown(owner, Aspect.TRIGGER);
            return;
        }
        sink.part(
                owner,
                new TriggerOptions(
                        ofTheDatabase ? null : row.parentSchema(),
                        ofTheDatabase ? null : row.parentName(),
                        events(rows),
                        row.insteadOf(),
                        row.disabled(),
                        row.notForReplication()),
                Map.of());
    }

    /** A group of events stands for its events, which are more in every version of the server. */
    private static List<String> events(List<TriggerRow> rows) {
        return rows.stream()
                .map(row -> row.eventGroup() == null ? row.event() : row.eventGroup())
                .map(event -> String.valueOf(event).toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    /** Which user it is stands in the text; his name needs rights of its own to be seen. */
    static @Nullable String executeAs(@Nullable Integer principalId) {
        if (principalId == null) {
            return null;
        }
        return principalId == OWNER ? "owner" : "user";
    }
}

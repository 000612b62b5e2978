package dev.granary.query.lookup;

import dev.granary.content.DefinitionDocument;
import dev.granary.model.AliasType;
import dev.granary.model.Aspect;
import dev.granary.model.Check;
import dev.granary.model.Checks;
import dev.granary.model.Classification;
import dev.granary.model.Column;
import dev.granary.model.Columns;
import dev.granary.model.Dependencies;
import dev.granary.model.Description;
import dev.granary.model.Descriptions;
import dev.granary.model.ForeignKey;
import dev.granary.model.ForeignKeys;
import dev.granary.model.Identity;
import dev.granary.model.Index;
import dev.granary.model.IndexColumn;
import dev.granary.model.Indexes;
import dev.granary.model.Key;
import dev.granary.model.Keys;
import dev.granary.model.ModuleText;
import dev.granary.model.Parameters;
import dev.granary.model.PartContent;
import dev.granary.model.SequenceOptions;
import dev.granary.model.SynonymTarget;
import dev.granary.model.TriggerOptions;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A definition in the words of the API. */
final class DefinitionViews {

    private final DefinitionDocument definition;
    private final SystemNames systemNames;

    DefinitionViews(DefinitionDocument definition, SystemNames systemNames) {
        this.definition = definition;
        this.systemNames = systemNames;
    }

    @Nullable
    String description() {
        return description(null, null);
    }

    List<ObjectBody.ColumnView> columns() {
        return numbered(list(Columns.class, Columns::columns), this::column);
    }

    List<ObjectBody.KeyView> keys() {
        return numbered(list(Keys.class, Keys::keys), this::key);
    }

    List<ObjectBody.IndexView> indexes() {
        return list(Indexes.class, Indexes::indexes).stream()
                .map(DefinitionViews::index)
                .toList();
    }

    List<ObjectBody.ForeignKeyView> foreignKeys() {
        return numbered(list(ForeignKeys.class, ForeignKeys::foreignKeys), this::foreignKey);
    }

    List<ObjectBody.CheckView> checks() {
        return numbered(list(Checks.class, Checks::checks), this::check);
    }

    List<ObjectBody.ParameterView> parameters() {
        return list(Parameters.class, Parameters::parameters).stream()
                .map(p -> new ObjectBody.ParameterView(p.ordinal(), p.name(), p.type(), p.output()))
                .toList();
    }

    @Nullable
    String text() {
        return value(ModuleText.class, ModuleText::text);
    }

    String textStatus() {
        if (definition.unknown().contains(Aspect.TEXT)) {
            return "denied";
        }
        return definition
                .part(ModuleText.class)
                .map(text -> text.encrypted() ? "encrypted" : "present")
                .orElse("none");
    }

    @Nullable
    String target() {
        return value(SynonymTarget.class, SynonymTarget::target);
    }

    ObjectBody.@Nullable TriggerView trigger() {
        return value(
                TriggerOptions.class,
                t -> new ObjectBody.TriggerView(t.schema(), t.table(), t.events(), t.insteadOf(), t.disabled()));
    }

    ObjectBody.@Nullable SequenceView sequence() {
        return value(
                SequenceOptions.class,
                s -> new ObjectBody.SequenceView(
                        s.type(), s.start(), s.increment(), s.minimum(), s.maximum(), s.cycles(), s.cache()));
    }

    ObjectBody.@Nullable AliasOf aliasOf() {
        return value(AliasType.class, a -> new ObjectBody.AliasOf(a.type(), a.nullable()));
    }

    List<ObjectBody.DependencyView> dependsOn() {
        return list(Dependencies.class, Dependencies::dependencies).stream()
                .map(d -> new ObjectBody.DependencyView(
                        d.server(),
                        d.database(),
                        d.schema(),
                        d.name(),
                        d.column(),
                        d.on(),
                        d.schemaBound(),
                        d.callerDependent(),
                        d.ambiguous(),
                        d.resolved(),
                        d.reason()))
                .toList();
    }

    List<String> unknown() {
        return definition.unknown().stream().map(Aspect::jsonName).sorted().toList();
    }

    private ObjectBody.ColumnView column(Column c, int place) {
        return new ObjectBody.ColumnView(
                place + 1,
                c.name(),
                c.type(),
                c.nullable(),
                c.defaultExpression(),
                c.defaultName(),
                c.computed(),
                c.persisted(),
                identity(c.identity()),
                c.collation(),
                c.mask(),
                description("column", c.name()),
                classification(c.name()));
    }

    private ObjectBody.@Nullable ClassificationView classification(String column) {
        for (var c : list(Classification.class, Classification::columns)) {
            if (c.column().equals(column)) {
                return new ObjectBody.ClassificationView(c.label(), c.informationType(), c.rank());
            }
        }
        return null;
    }

    private static ObjectBody.@Nullable IdentityView identity(@Nullable Identity identity) {
        return identity == null
                ? null
                : new ObjectBody.IdentityView(new BigInteger(identity.seed()), new BigInteger(identity.increment()));
    }

    private ObjectBody.KeyView key(Key k, int place) {
        var columns = k.columns().stream().map(IndexColumn::name).toList();
        var descending = k.columns().stream()
                .filter(IndexColumn::descending)
                .map(IndexColumn::name)
                .toList();
        var name = systemNames.nameOf(k.name(), Aspect.KEYS, place);
        return new ObjectBody.KeyView(name, k.name() == null, k.kind(), columns, descending, k.type());
    }

    private static ObjectBody.IndexView index(Index i) {
        var columns = i.columns().stream()
                .map(c -> new ObjectBody.IndexColumnView(c.name(), c.descending()))
                .toList();
        return new ObjectBody.IndexView(
                i.name(), i.unique(), i.type(), columns, i.included(), i.filter(), i.disabled());
    }

    private ObjectBody.ForeignKeyView foreignKey(ForeignKey k, int place) {
        return new ObjectBody.ForeignKeyView(
                systemNames.nameOf(k.name(), Aspect.FOREIGN_KEYS, place),
                k.name() == null,
                k.columns(),
                new ObjectBody.Referenced(k.referencedSchema(), k.referencedTable(), k.referencedColumns()),
                action(k.onDelete()),
                action(k.onUpdate()),
                k.disabled(),
                !k.notTrusted());
    }

    private static String action(@Nullable String action) {
        return action == null ? "no_action" : action;
    }

    private ObjectBody.CheckView check(Check c, int place) {
        return new ObjectBody.CheckView(
                systemNames.nameOf(c.name(), Aspect.CHECKS, place),
                c.name() == null,
                c.column(),
                c.expression(),
                c.disabled(),
                !c.notTrusted());
    }

    private @Nullable String description(@Nullable String level, @Nullable String target) {
        for (var d : list(Descriptions.class, Descriptions::properties)) {
            if (d.name().equals(Description.MS_DESCRIPTION)
                    && Objects.equals(d.level(), level)
                    && Objects.equals(d.target(), target)) {
                return d.value();
            }
        }
        return null;
    }

    private <P extends PartContent, T> List<T> list(Class<P> type, Function<P, List<T>> items) {
        return definition.part(type).map(items).orElse(List.of());
    }

    private <P extends PartContent, T> @Nullable T value(Class<P> type, Function<P, @Nullable T> property) {
        Optional<P> part = definition.part(type);
        return part.isEmpty() ? null : property.apply(part.get());
    }

    private static <T, V> List<V> numbered(List<T> items, View<T, V> view) {
        var views = new ArrayList<V>(items.size());
        for (int i = 0; i < items.size(); i++) {
            views.add(view.of(items.get(i), i));
        }
        return List.copyOf(views);
    }

    /** An item of a part's list, with its place in it from 0. */
    private interface View<T, V> {
        V of(T item, int place);
    }
}

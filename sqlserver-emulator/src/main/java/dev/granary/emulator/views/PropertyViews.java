package dev.granary.emulator.views;

import dev.granary.emulator.model.ExtendedProperty;
import java.util.List;

/** sys.extended_properties. */
final class PropertyViews {

    static final CatalogView<ExtendedProperty> EXTENDED_PROPERTIES = CatalogView.<ExtendedProperty>sys(
                    "extended_properties")
            .tinyint("class", ExtendedProperty::onClass)
            .nvarchar("class_desc", 60, ExtendedProperty::classDescription)
            .integer("major_id", ExtendedProperty::majorId)
            .integer("minor_id", ExtendedProperty::minorId)
            .sysname("name", ExtendedProperty::name)
            .variant("value", ExtendedProperty::value)
            .key(
                    List.of("class", "major_id", "minor_id"),
                    2,
                    s -> visible(s, s.catalog().properties()),
                    (s, v) -> visible(s, s.catalog().properties(v[0], v[1])))
            .estimate(s -> s.catalog().objectCount() / 2L)
            .build();

    private PropertyViews() {}

    private static Iterable<ExtendedProperty> visible(Scope scope, Iterable<ExtendedProperty> all) {
        if (scope.access().seesAll()) {
            return all;
        }
        return Rows.filter(all, p -> {
            var object = scope.catalog().byId(p.majorId());
            boolean onObject = p.onClass() == 1 || p.onClass() == 2 || p.onClass() == 7;
            return !onObject || (object != null && scope.sees(object));
        });
    }
}

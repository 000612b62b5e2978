package dev.granary.harvester.assemble;

import dev.granary.harvester.catalog.ScopedConfigurationRow;
import dev.granary.model.ScopedConfiguration;
import dev.granary.model.ScopedSetting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The settings of the database itself that are not at their default. */
final class ScopedConfigurationAssembly {

    private final ContentSink sink;

    ScopedConfigurationAssembly(ContentSink sink) {
        this.sink = sink;
    }

    void settings(Owner database, List<ScopedConfigurationRow> rows) {
        var settings = new ArrayList<ScopedSetting>();
        for (var row : rows) {
            if (!Boolean.TRUE.equals(row.defaultValue())) {
                settings.add(new ScopedSetting(row.settingName(), row.settingValue(), row.secondaryValue()));
            }
        }
        if (!settings.isEmpty()) {
            settings.sort(Comparator.comparing(ScopedSetting::name));
            sink.part(database, new ScopedConfiguration(settings), Map.of());
        }
    }
}

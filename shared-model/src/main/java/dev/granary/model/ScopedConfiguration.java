package dev.granary.model;

import java.util.List;

/** The database-scoped settings that are not at their default, by name. */
public record ScopedConfiguration(List<ScopedSetting> settings) implements PartContent {

    public ScopedConfiguration {
        settings = Lists.copy(settings);
    }

    @Override
    public Aspect aspect() {
        return Aspect.SCOPED_CONFIGURATION;
    }
}

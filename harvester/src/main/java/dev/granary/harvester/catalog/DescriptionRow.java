package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code descriptions.sql}. */
public record DescriptionRow(
        int ownerClass,
        int ownerId,
        int propertyClass,
        int minorId,
        @Nullable String objectType,
        @Nullable String objectName,
        @Nullable String columnName,
        @Nullable String typeColumn,
        @Nullable String parameterName,
        @Nullable String indexName,
        boolean primaryKeyIndex,
        boolean systemNamed,
        @Nullable String defaultColumn,
        String propertyName,
        @Nullable String propertyValue,
        @Nullable Utf16 propertyUnits) {

    private static final char REPLACED = '\uFFFD';

    /** The property's value, unit by unit. The bytes count only where the driver replaced something and they are the same text's. */
    public @Nullable String value() {
        return propertyValue != null
                        && propertyUnits != null
                        && propertyValue.indexOf(REPLACED) >= 0
                        && propertyUnits.replaced().equals(propertyValue)
                ? propertyUnits.text()
                : propertyValue;
    }
}

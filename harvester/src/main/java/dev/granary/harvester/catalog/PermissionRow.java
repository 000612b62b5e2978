package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code permissions.sql}. */
public record PermissionRow(
        int principalId,
        int securableClass,
        String classDescription,
        int minorId,
        String permissionName,
        String stateDescription,
        @Nullable String objectSchema,
        @Nullable String objectName,
        @Nullable String columnName,
        @Nullable String schemaName,
        @Nullable String principalName,
        @Nullable String typeSchema,
        @Nullable String typeName,
        @Nullable String assemblyName,
        @Nullable String collectionSchema,
        @Nullable String collectionName,
        @Nullable String symmetricKeyName,
        @Nullable String asymmetricKeyName,
        @Nullable String certificateName,
        int majorId) {}

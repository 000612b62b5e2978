package dev.granary.harvester.catalog;

import org.jspecify.annotations.Nullable;

/** A row of {@code role_members.sql}. */
public record RoleMemberRow(int principalId, @Nullable String roleName) {}

package dev.granary.model;

import org.jspecify.annotations.Nullable;

/**
 * What an XML index is.
 *
 * @param type {@code primary_xml}, {@code secondary_xml}, {@code selective_xml} or {@code secondary_selective_xml}
 * @param primary the index it was built on, of a secondary one
 * @param using {@code value}, {@code path} or {@code property}, of a secondary one
 */
public record XmlIndex(
        @Nullable String type,
        @Nullable String primary,
        @Nullable String using) {}

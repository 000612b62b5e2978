package dev.granary.harvester.requests;

import tools.jackson.databind.JsonNode;

/**
 * Something that was asked through the store.
 *
 * @param body what exactly is asked for, by kind
 * @param requestedBy whose API key it was
 */
public record Request(long id, String kind, JsonNode body, String requestedBy) {}

package org.peyvand.job;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change of many records.
 *
 * @param type the plural of their type
 * @param filter which records, as the API takes it, or null when {@code ids} says so
 * @param ids which records, or null when {@code filter} says so
 * @param set the values they get by field, as the API takes them, or null to delete them
 * @param expectedCount how many the asker believes it concerns, or null to go on whatever the number
 */
public record BulkEdit(
        String type,
        @Nullable JsonNode filter,
        @Nullable List<UUID> ids,
        @Nullable JsonNode set,
        @Nullable Long expectedCount) {}

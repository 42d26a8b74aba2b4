package org.peyvand.record;

import java.util.UUID;

/**
 * Points at one record of any type.
 *
 * @param type the plural of its type
 * @param id its identifier
 */
public record RecordRef(String type, UUID id) {}

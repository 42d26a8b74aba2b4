package org.peyvand.web.record;

import java.util.UUID;

/**
 * A step of the way of a record through the columns of its board.
 *
 * @param state {@code done}, {@code now} or empty
 */
public record PathStep(UUID id, String name, String state) {}

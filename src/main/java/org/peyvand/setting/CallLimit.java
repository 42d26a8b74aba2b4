package org.peyvand.setting;

/**
 * How many calls of the API one user may make in a minute; from an address that shows no valid token, a tenth of it.
 *
 * @param perMinute zero for no limit
 */
public record CallLimit(int perMinute) {}

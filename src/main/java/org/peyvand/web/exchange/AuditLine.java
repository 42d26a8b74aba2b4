package org.peyvand.web.exchange;

/**
 * An export in the list of all.
 *
 * @param who asked for it
 * @param filter as programs write it, empty for all records within reach
 */
public record AuditLine(String who, String type, String filter, String rows, String at, String says) {}

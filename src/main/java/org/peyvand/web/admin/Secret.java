package org.peyvand.web.admin;

/**
 * Something that is shown once and can never be read again.
 *
 * @param kind {@code link} or {@code token}
 */
public record Secret(String kind, String value) {}

package org.peyvand.web.search;

/** One line of a box in which a record is chosen. */
public record Option(String value, String text, String detail) {}

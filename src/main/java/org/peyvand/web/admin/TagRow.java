package org.peyvand.web.admin;

/**
 * A tag on the page of tags.
 *
 * @param tone the class of its colour
 * @param uses how many records carry it, already formatted
 */
public record TagRow(String id, String name, String color, String tone, String uses) {}

package org.peyvand.web.exchange;

/** What is written instead of a word that stands in a column. */
public record Replacement(String column, String from, String to) {}

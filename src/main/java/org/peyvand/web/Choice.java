package org.peyvand.web;

/** An option of a select box. */
public record Choice(String value, String label) {}

package org.peyvand.web.admin;

/**
 * The records of a type that somebody owns.
 *
 * @param count in the reader's digits
 * @param href the list of them, where they can be given to somebody else
 */
public record Owned(String label, String count, String href) {}

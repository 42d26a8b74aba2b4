package org.peyvand.web.exchange;

/** An import in the list of one's imports. */
public record ImportLine(String href, String fileName, String type, String at, String rows, String says, String tone) {}

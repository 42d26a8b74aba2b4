package org.peyvand.web.record;

/** One kind of thing that can be written on a timeline, as a tab of the composer. */
public record Way(String type, String label, String icon, String href, boolean current) {}

package org.peyvand.web.record;

/**
 * A file in the block on the page of a record.
 *
 * @param detail its size and when it was attached
 * @param icon its name in the sprite
 */
public record FileLine(String name, String detail, String icon, String href, String detachHref) {}

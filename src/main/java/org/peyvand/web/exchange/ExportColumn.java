package org.peyvand.web.exchange;

/**
 * A column that an export may have.
 *
 * @param name of the field
 * @param ticked whether it is in the file unless the reader says otherwise
 */
public record ExportColumn(String name, String label, boolean ticked) {}

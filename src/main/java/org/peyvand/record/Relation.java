package org.peyvand.record;

import org.peyvand.record.field.Field;

/**
 * A way from one record type to another along a reference.
 *
 * @param name as filters name it: the field ({@code account}) forward, the declared inverse ({@code contacts}) backward
 * @param from the type it starts at
 * @param target the type it leads to
 * @param field the reference field, which belongs to {@code from} when forward and to {@code target} when backward
 * @param forward whether it follows the reference or comes back along it
 */
public record Relation(String name, RecordType from, RecordType target, Field<?> field, boolean forward) {}

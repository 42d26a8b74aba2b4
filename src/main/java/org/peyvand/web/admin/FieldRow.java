package org.peyvand.web.admin;

/**
 * A field in the list of a type's fields.
 *
 * @param detail what a reference points at, or how many options a choice has
 * @param own whether the organisation made it
 * @param building whether an index for it is still being built
 */
public record FieldRow(
        String name,
        String persian,
        String english,
        String type,
        String detail,
        boolean required,
        boolean unique,
        boolean own,
        boolean building) {}

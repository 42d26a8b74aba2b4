package org.peyvand.web.admin;

/**
 * A record type in the list of all.
 *
 * @param own whether the organisation made it
 * @param board the label of the field of its board, or empty
 */
public record TypeRow(String name, String icon, String label, String one, boolean own, String fields, String board) {}

package org.peyvand.web.admin;

import java.util.UUID;

/**
 * A team in the tree.
 *
 * @param parent the id of the team above, or empty
 * @param depth how many teams lie above it
 */
public record TeamRow(UUID id, String name, String parent, int depth) {}

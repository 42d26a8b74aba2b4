package org.peyvand.web.admin;

import java.util.List;
import java.util.UUID;

/** A user in the administrator's list. */
public record UserRow(UUID id, String name, String email, String team, List<String> roles, boolean active) {}

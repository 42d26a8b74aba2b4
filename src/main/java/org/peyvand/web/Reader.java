package org.peyvand.web;

import org.jspecify.annotations.Nullable;

/**
 * The signed-in person as pages show them.
 *
 * @param role what stands below the name, if anything
 */
public record Reader(String name, @Nullable String role) {}

package org.peyvand.web;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person as pages show them.
 *
 * @param role what stands below the name, if anything
 * @param notices counts, when the page shows it, the notices they have not read
 */
public record Reader(String name, @Nullable String role, IntSupplier notices) {

    /** Somebody with nothing to read. */
    public Reader(String name, @Nullable String role) {
        this(name, role, () -> 0);
    }
}

package org.peyvand.record.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a longer list.
 *
 * @param items what stands on the page
 * @param next the cursor that leads on, or null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {}

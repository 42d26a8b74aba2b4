package org.peyvand.web.record;

import java.util.List;
import org.peyvand.web.value.Shown;

/** A record that stands against an undo, and why. */
public record Obstacle(Shown record, List<String> reasons) {}

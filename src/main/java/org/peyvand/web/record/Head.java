package org.peyvand.web.record;

import java.util.List;
import org.peyvand.web.value.Shown;

/**
 * The top of a record's page.
 *
 * @param kind what such a record is called
 * @param tags that classify it
 * @param facts worth seeing first
 * @param followable whether its reader may choose to hear of its changes
 * @param starred whether the reader gave it a star
 */
public record Head(
        String title,
        String kind,
        String href,
        List<Shown> tags,
        List<Fact> facts,
        int version,
        boolean editable,
        boolean deletable,
        boolean restorable,
        boolean followable,
        boolean starred) {}

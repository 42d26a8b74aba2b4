package org.peyvand.web.record;

import org.peyvand.web.value.Shown;

/** A record in the recycle bin: who put it there and when. */
public record Binned(String id, String name, String href, Shown by, Shown at) {}

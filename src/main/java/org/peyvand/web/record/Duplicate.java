package org.peyvand.web.record;

import java.util.List;
import org.peyvand.web.value.Shown;

/**
 * A record that the one being typed may be again, as it is shown beside the form.
 *
 * @param facts what tells it from its namesakes
 * @param why what both have in common, as words
 * @param usable whether the reader may go on with it instead
 */
public record Duplicate(String href, String title, List<Shown> facts, List<String> why, boolean usable) {}

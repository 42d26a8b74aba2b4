package org.peyvand.web.notice;

import java.util.List;
import org.peyvand.notice.Way;

/**
 * One kind of notice and where its reader wants to hear it.
 *
 * @param key of the kind
 * @param label in the reader's language
 */
public record ChoiceRow(String key, String icon, String label, List<Way> wanted) {}

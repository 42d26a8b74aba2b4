package org.peyvand.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.Refusal;

/** Versions as entity tags: {@code "3"}. */
final class Etags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private Etags() {}

    static String of(int version) {
        return "\"" + version + "\"";
    }

    /** The version an If-Match header names; null without one or for {@code *}. */
    static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Refusal.Malformed.about("If-Match", "bad-if-match");
        }
        return Integer.valueOf(tag.group(1));
    }
}

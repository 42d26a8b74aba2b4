package org.peyvand.notice;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sort of notice, declared as a Spring bean by the module that tells it. Its words are {@code notice.<key>} in both
 * languages, with {@code {0}} who did it, {@code {1}} the record it is about and from {@code {2}} on the arguments;
 * {@code notice.<key>.many} is said without a record, {@code {1}} being how many. {@code notice.kind.<key>} names the kind
 * where people choose what they want to hear.
 *
 * @param key lower-case letters and hyphens; stored, so it stays the same
 * @param position among the kinds where people choose
 * @param icon a name of {@code icons.txt}
 * @param usually the ways it takes for who has not chosen
 * @param announces the plural of a type whose new records are told to their owner as this kind, instead of as assigned
 */
public record NoticeKind(
        String key,
        int position,
        String icon,
        Set<Way> usually,
        @Nullable String announces) {

    public NoticeKind {
        if (!key.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalStateException("Not a kind of notice: " + key);
        }
        usually = Set.copyOf(usually);
    }

    public static NoticeKind of(String key, int position, String icon, Way... usually) {
        return new NoticeKind(key, position, icon, Set.of(usually), null);
    }

    /** The same kind, told to whom a new record of a type was given. */
    public NoticeKind announcing(String plural) {
        return new NoticeKind(key, position, icon, usually, plural);
    }
}

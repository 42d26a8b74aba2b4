package org.peyvand.notice;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mentions of users within a text: {@code @[name](users/id)}. The identifier is what counts; the name is how it reads. */
public final class MentionText {

    private static final Pattern MENTION = Pattern.compile(
            "@\\[([^\\]\\n]{1,200})]\\(users/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\)");

    private MentionText() {}

    /** Whom a text mentions, in their order. */
    public static Set<UUID> users(@Nullable String text) {
        Set<UUID> users = new LinkedHashSet<>();
        if (text != null && text.contains("@[")) {
            MENTION.matcher(text).results().forEach(found -> users.add(UUID.fromString(found.group(2))));
        }
        return users;
    }

    /** The text as people read it: {@code @name}. */
    public static String plain(String text) {
        return text.contains("@[") ? MENTION.matcher(text).replaceAll("@$1") : text;
    }
}

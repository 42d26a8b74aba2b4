package org.peyvand.notice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.peyvand.record.RecordRef;

/**
 * Something to tell one user.
 *
 * @param kind a {@link NoticeKind#key}
 * @param reader whom it is for
 * @param key what makes it the same notice: a second one with this key for this reader is not told again
 * @param by the user who did what is told, or null for the program itself
 * @param subject the record it is about, or null
 * @param path where it leads when that is not the record, a path of this program, or null
 * @param arguments from {@code {2}} on in the words of the kind
 * @param count how many things are told at once
 * @param summed whether a second one with this key adds to the count and is new again, instead of being left out
 */
public record NewNotice(
        String kind,
        UUID reader,
        String key,
        @Nullable UUID by,
        @Nullable RecordRef subject,
        @Nullable String path,
        List<Word> arguments,
        int count,
        boolean summed) {

    public static NewNotice of(String kind, UUID reader, String key) {
        return new NewNotice(kind, reader, key, null, null, null, List.of(), 1, false);
    }

    public NewNotice by(@Nullable UUID user) {
        return new NewNotice(kind, reader, key, user, subject, path, arguments, count, summed);
    }

    public NewNotice about(RecordRef record) {
        return new NewNotice(kind, reader, key, by, record, path, arguments, count, summed);
    }

    public NewNotice leadingTo(String where) {
        return new NewNotice(kind, reader, key, by, subject, where, arguments, count, summed);
    }

    public NewNotice saying(Word... words) {
        return new NewNotice(kind, reader, key, by, subject, path, List.of(words), count, summed);
    }

    /** One that stands for several things and grows when more of them follow. */
    public NewNotice summing(int things) {
        return new NewNotice(kind, reader, key, by, subject, path, arguments, things, true);
    }
}
